import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { AppPaths } from '../../scripts/browser/paths';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { type SeenTexts, textsOfAllSeenByLibreOffice } from '../../scripts/office/libreoffice';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');
const receivedXls = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xls');

/** The job the product exists for, in the built extension, judged by LibreOffice. */
describe('the received 2023 workbook', () => {
  let folder: string;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-main-'));
    browser = await launchWithExtension(path.join(folder, 'profile'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('is recognised, filled in the table and by item, and exported with only those cells changed and every change listed', async () => {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received, '主流程');

    await workspace.goTo('表格');
    await workspace.typeIntoCell('C3', '1.已调整领导小组；2.要点任务已落实。');
    await workspace.typeIntoCell('D8', '=12月底前');
    await workspace.goTo('逐项填写');
    await workspace.openItem('2.3');
    await workspace.answer('完成情况', '办结信访件12件，化解率100%。');
    await workspace.answer('自评分', '0.5');
    await workspace.saved();

    const original = path.join(folder, 'original.xlsx');
    await workspace.exportOriginal(original);
    expect(workspace.lastDownloadName).toBe('received-2023（已填报）.xlsx');

    const before = unzipSync(readFileSync(received));
    const after = unzipSync(readFileSync(original));
    const changed = Object.keys(before).filter(part => !equalBytes(before[part]!, after[part]!));
    expect(Object.keys(after)).toEqual(Object.keys(before));
    expect(changed).toEqual(['xl/worksheets/sheet1.xml']);

    const copy = path.join(folder, 'copy.xlsx');
    await workspace.exportWorkingCopy(['completion', 'selfScore'], copy);
    const list = path.join(folder, 'changes.xlsx');
    await workspace.exportChangeList(list);

    const files = [received, original, copy, list];
    const [was, is, copied, changes] = await textsOfAllSeenByLibreOffice(files);
    expect(differing(was!, is!)).toEqual([
      [2, 2, '1.已调整领导小组；2.要点任务已落实。'],
      [7, 3, '=12月底前'],
    ]);
    const seen = copied!.get('个性指标')!;
    expect(seen[1]!.slice(5)).toEqual(['完成情况', '自评分']);
    expect(seen[8]!.slice(5)).toEqual(['办结信访件12件，化解率100%。', '0.5']);
    // Every change with its cell, before and after.
    const [rows] = changes!.values();
    expect(rows!.some(row => row.includes('D8') && row.includes('2023年底前') && row.includes('=12月底前'))).toBe(true);
  });

  it('is filled in place as .xls and goes out as .xls', async () => {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(receivedXls, '旧格式');
    await workspace.goTo('表格');
    await workspace.typeIntoCell('C3', '1.已调整；2.已落实。');
    await workspace.saved();
    const out = path.join(folder, 'filled.xls');
    await workspace.exportOriginal(out);
    expect(workspace.lastDownloadName).toBe('received-2023（已填报）.xls');
    const [was, is] = await textsOfAllSeenByLibreOffice([receivedXls, out]);
    expect(differing(was!, is!)).toEqual([[2, 2, '1.已调整；2.已落实。']]);
  });
});

/** Row, column and new text of each cell that is not as it was. */
const differing = (was: SeenTexts, is: SeenTexts) =>
  was
    .get('个性指标')!
    .flatMap((row, r) =>
      row.flatMap((text, c) => (text === is.get('个性指标')![r]?.[c] ? [] : [[r, c, is.get('个性指标')![r]?.[c]]])),
    );

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.from(a.buffer, a.byteOffset, a.length).equals(Buffer.from(b.buffer, b.byteOffset, b.length));
}
