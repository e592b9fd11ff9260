import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sampleProgressSchema } from '../../lib/model/guidance';
import { parseTemplateFile } from '../../lib/model/template-file';
import { launchWithExtension } from '../browser/launch';
import { AppPaths } from '../browser/paths';
import { WorkspaceDriver } from '../browser/workspace-driver';
import { convertWithLibreOffice, pdfPages, textsSeenByLibreOffice } from '../office/libreoffice';
import { LIBREOFFICE, POPPLER } from '../setup-system';

const template = path.join(AppPaths.root, 'templates/quanzhou-2023');
const show = (file: string) => path.relative(AppPaths.root, file);

/**
 * The product's main job without a display, through the extension's own interface: import the shipped table, fill all of
 * its indicators, change one measure in place, export the original form and a working copy, look at both with LibreOffice.
 */
export async function runMainJob(): Promise<void> {
  mkdirSync(AppPaths.output, { recursive: true });
  const output = (name: string) => path.join(AppPaths.output, name);
  const table = path.join(template, 'table.xlsx');
  const sample = parseTemplateFile(
    sampleProgressSchema,
    JSON.parse(readFileSync(path.join(template, 'sample-progress.json'), 'utf8')),
    'sample-progress.json',
  );
  const profile = mkdtempSync(path.join(tmpdir(), 'pingan-start-'));
  const browser = await launchWithExtension(profile);
  try {
    const page = await browser.open('workspace.html');
    const workspace = new WorkspaceDriver(page);
    const picture = async (name: string) => {
      await page.screenshot({ path: output(name) });
      console.log(`  截图 · picture  ${show(output(name))}`);
    };

    console.log(`导入 · import    ${show(table)}`);
    await workspace.chooseWorkbook(table);
    await page.getByRole('button', { name: '开始填报' }).waitFor();
    await picture('1-review.png');
    await workspace.startFilling();

    console.log(`填写 · fill      ${sample.indicators.length} 项 · indicators（示例文字 · sample text）`);
    await workspace.goTo('逐项填写');
    for (const { code, completion, selfScore, department } of sample.indicators) {
      await workspace.openItem(code);
      await workspace.answer('完成情况', completion);
      await workspace.answer('自评分', String(selfScore));
      await workspace.answer('责任科室', department);
    }
    await workspace.saved();
    await picture('2-item.png');

    await workspace.goTo('表格');
    const changed = {
      cell: 'C3',
      text: '1.调整创建工作领导小组，完善创建工作机制；\n2.落实2023年度平安创建工作要点目标任务，按季度调度。',
    };
    await workspace.typeIntoCell(changed.cell, changed.text);
    await workspace.saved();
    console.log(`修改 · change    ${changed.cell}（具体措施）`);
    await picture('3-table.png');

    const original = output('个性指标项目表（已填报）.xlsx');
    const copy = output('个性指标项目表（工作副本）.xlsx');
    const changes = output('更改清单.xlsx');
    await workspace.exportOriginal(original);
    await picture('4-export.png');
    await workspace.exportWorkingCopy(['department', 'completion', 'selfScore'], copy);
    await workspace.exportChangeList(changes);
    for (const file of [original, copy, changes]) console.log(`导出 · export    ${show(file)}`);
    await lookWithLibreOffice([original, copy]);
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
  console.log(`完成 · done: 工作簿、PDF 和截图都在 ${show(AppPaths.output)}/ · workbooks, PDF and pictures are there`);
}

async function lookWithLibreOffice(files: readonly string[]): Promise<void> {
  if (!LIBREOFFICE.present()) {
    console.log('LibreOffice 未安装，跳过复核 · not installed: the second look is skipped');
    return;
  }
  for (const file of files) {
    const [rows] = [...(await textsSeenByLibreOffice(file)).values()];
    const filled = rows!.flat().filter(text => text !== '').length;
    const pdf = await convertWithLibreOffice(file, 'pdf', AppPaths.output);
    const pages = POPPLER.present() ? (await pdfPages(pdf, pdf.replace(/\.pdf$/, ''))).length : null;
    console.log(
      `复核 · LibreOffice  ${show(pdf)}: ${filled} 个有内容的单元格 · cells${pages === null ? '' : `，${pages} 页 · pages`}`,
    );
  }
}
