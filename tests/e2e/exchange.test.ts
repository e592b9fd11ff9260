import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import { fillValues, fillValuesSchema } from '../../lib/tasks/fill-values';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { AppPaths } from '../../scripts/browser/paths';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { convertWithLibreOffice } from '../../scripts/office/libreoffice';
import { violations } from './axe';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');

/** Departments that have nothing but an office program take part: out, filled in, saved by LibreOffice, and back. */
describe('workbooks handed out to departments', () => {
  let folder: string;
  let browser: ExtensionBrowser;
  const at = (name: string) => path.join(folder, name);

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-hand-out-'));
    browser = await launchWithExtension(at('profile'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function fill(file: string, values: unknown): Promise<void> {
    const { bytes } = await fillValues(new Uint8Array(readFileSync(file)), fillValuesSchema.parse(values));
    writeFileSync(file, bytes);
  }

  it('come back by way of LibreOffice, show their conflicts, are undone as one and leave with the export', async () => {
    const page = await browser.open('workspace.html');
    const workspace = new WorkspaceDriver(page);
    await workspace.importWorkbook(received, '分发收回');
    await workspace.goTo('逐项填写');
    for (const [code, department] of [
      ['1.1', '综合科'],
      ['1.2', '综合科'],
      ['2.1', '社会事务科'],
    ] as const) {
      await workspace.openItem(code);
      await workspace.answer('责任科室', department);
    }
    await workspace.openItem('1.1');
    await workspace.answer('完成情况', '初稿，联系人13805951234');
    await workspace.saved();

    // A mobile number is asked about before anything leaves the PC.
    await workspace.goTo('收发');
    await page.getByTestId('hand-out-zip').click();
    await page.getByTestId('private-numbers').getByText('隐去为 138****1234').click();
    await workspace.download(/按此继续/, at('out.zip'));
    await page.getByTestId('hand-out-done').waitFor();
    expect(await violations(page)).toEqual([]);

    // A folder gets the same files; the browser's private one stands in for the picker.
    await page.evaluate(() => {
      const folder = () =>
        navigator.storage.getDirectory().then(root => root.getDirectoryHandle('分发', { create: true }));
      Object.assign(window, { showDirectoryPicker: folder });
    });
    await page.getByText('存到文件夹').click();
    await page.getByTestId('hand-out-done').waitFor({ state: 'detached' });
    await page.getByTestId('hand-out-done').waitFor();
    const saved = await page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('分发');
      const sizes: [string, number][] = [];
      for await (const [name, file] of folder as unknown as AsyncIterable<[string, FileSystemFileHandle]>) {
        sizes.push([name, (await file.getFile()).size]);
      }
      return sizes.sort();
    });
    const files = unzipSync(readFileSync(at('out.zip')));
    expect(saved.map(([name]) => name)).toEqual(Object.keys(files).sort());
    expect(Math.min(...saved.map(([, size]) => size))).toBeGreaterThan(1_000);
    expect(Object.keys(files)).toEqual(['received-2023（综合科）.xlsx', 'received-2023（社会事务科）.xlsx']);

    mkdirSync(at('back'));
    writeFileSync(at('坏的.xlsx'), 'this is no workbook');
    writeFileSync(at('甲.xlsx'), files['received-2023（综合科）.xlsx']!);
    writeFileSync(at('乙.xlsx'), files['received-2023（社会事务科）.xlsx']!);
    expect(read(readFileSync(at('甲.xlsx'))).Sheets.个性指标!.G3!.v).toBe('初稿，联系人138****1234');
    await fill(at('甲.xlsx'), {
      fields: [
        { indicator: '1.1', field: 'completion', value: '综合科：领导小组已调整' },
        { indicator: '1.2', field: 'selfScore', value: 3 },
        { indicator: '2.1', field: 'completion', value: '综合科越界填写' },
      ],
    });
    await fill(at('乙.xlsx'), { fields: [{ indicator: '2.1', field: 'completion', value: '社会事务科：排查12次' }] });
    await convertWithLibreOffice(at('甲.xlsx'), 'xls', at('back'));
    await convertWithLibreOffice(at('乙.xlsx'), 'xlsx', at('back'));

    // Edited here since it was handed out.
    await workspace.goTo('逐项填写');
    await workspace.openItem('1.1');
    await workspace.answer('完成情况', '本机：又改了一稿');
    await workspace.saved();

    writeFileSync(
      at('加密.xlsx'),
      readFileSync(path.join(AppPaths.root, 'tests/fixtures/workbooks/behind-a-password.xlsx')),
    );
    const whole = readFileSync(at('back/乙.xlsx'));
    writeFileSync(at('残缺.xlsx'), whole.subarray(0, whole.length >> 1));
    const foreign = unzipSync(readFileSync(at('乙.xlsx')));
    const marks = strFromU8(foreign['docProps/custom.xml']!);
    foreign['docProps/custom.xml'] = strToU8(
      marks.replace(/(name="pingan-fill.campaign".*?>)[0-9a-f]{32}</, `$1${'0'.repeat(32)}<`),
    );
    writeFileSync(at('别家.xlsx'), zipSync(foreign));
    const bad = ['坏的.xlsx', '加密.xlsx', '残缺.xlsx', '别家.xlsx'];

    const takeBack = async () => {
      await workspace.goTo('收发');
      await page.getByRole('tab', { name: '收回' }).click();
      await page.getByTestId('returned-files').setInputFiles([at('back/甲.xls'), at('back/乙.xlsx'), ...bad.map(at)]);
      await page.getByTestId('returned-list').waitFor();
    };
    await takeBack();
    const list = page.getByTestId('returned-list');
    await list.getByText('综合科', { exact: true }).waitFor();
    await list.getByText('社会事务科', { exact: true }).waitFor();
    const conflicts = page.getByTestId('take-back-conflicts');
    expect(await conflicts.locator('fieldset').count()).toBe(1);
    expect(await conflicts.locator('.conflict-side').allInnerTexts()).toEqual([
      expect.stringContaining('本机：又改了一稿'),
      expect.stringMatching(/文件最后保存：.+\d[\s\S]*综合科：领导小组已调整/),
    ]);
    // What cannot be read says why, and keeps nothing else from being taken.
    expect(await list.locator('.is-refused td:last-child').allInnerTexts()).toEqual([
      expect.stringContaining('不是有效的 Excel 工作簿'),
      expect.stringContaining('密码'),
      expect.stringContaining('不完整'),
      expect.stringContaining('另一个活动分发的'),
    ]);
    expect(await violations(page)).toEqual([]);
    expect(await page.getByTestId('take-back-clean').locator('tbody tr').count()).toBe(2);
    await page.getByTestId('take-back-outside').locator('summary').click();
    await page.getByTestId('take-back-outside').getByText('综合科越界填写').waitFor();
    await conflicts.getByText('采用综合科的').click();
    await page.getByTestId('take-back-apply').click();
    await page.getByTestId('take-back-done').waitFor();

    // One undo takes all of it back; taking back again brings it again; a third time changes nothing.
    await page.getByTestId('undo').click();
    await workspace.goTo('逐项填写');
    await workspace.openItem('2.1');
    await page.waitForFunction(
      () => document.querySelector<HTMLTextAreaElement>('[data-testid=completion]')?.value === '',
    );
    await takeBack();
    await page.getByTestId('take-back-conflicts').getByText('采用综合科的').click();
    await page.getByTestId('take-back-apply').click();
    await page.getByTestId('take-back-done').waitFor();
    await workspace.goTo('表格');
    await takeBack();
    await page.getByText('没有可写入的内容').waitFor();

    await workspace.exportWorkingCopy(['department', 'completion', 'selfScore'], at('copy.xlsx'));
    const sheet = read(readFileSync(at('copy.xlsx'))).Sheets.个性指标!;
    expect(sheet.G3!.v).toBe('综合科：领导小组已调整');
    expect(sheet.H4!.v).toBe(3);
    expect(Object.values(sheet).map(cell => (cell as { v?: unknown }).v)).toContain('社会事务科：排查12次');
    await workspace.goTo('同步');
    await workspace.download(/导出数据包/, at('园区.zip'));
  }, 300_000);

  it('of many units are compared without being imported', async () => {
    for (const unit of ['甲街道', '乙街道', '丙街道']) {
      const { bytes } = await fillValues(
        new Uint8Array(readFileSync(received)),
        fillValuesSchema.parse({
          fields: [{ indicator: '1.1', field: 'completion', value: `${unit}已成立领导小组××人` }],
        }),
        { append: ['completion', 'selfScore'] },
      );
      writeFileSync(at(`${unit}.xlsx`), bytes);
    }
    const page = await browser.open('workspace.html');
    await page.getByTestId('collect').click();
    await page
      .getByTestId('collect-files')
      .setInputFiles(['甲街道.xlsx', '乙街道.xlsx', '丙街道.xlsx', '园区.zip', '坏的.xlsx'].map(at));
    await page.getByTestId('collect-table').waitFor();
    const units = page.getByTestId('collect-table').locator('tbody tr');
    // The package counts as the workbook it would be exported as.
    await units.nth(3).waitFor();
    expect((await units.allInnerTexts()).some(text => /^园区\s+3 /.test(text))).toBe(true);
    expect(await violations(page)).toEqual([]);
    await page.getByTestId('collect-broken').getByText('坏的.xlsx').waitFor();
    await new WorkspaceDriver(page).download(/导出对照表/, at('all.xlsx'));
    const { Sheets } = read(readFileSync(at('all.xlsx')));
    expect(Sheets.疑点!.C2!.v).toContain('示例文字');
    expect(Sheets.未读入!.A2!.v).toBe('坏的.xlsx');
  });
});
