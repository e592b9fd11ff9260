import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { AppPaths } from '../../scripts/browser/paths';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { violations } from './axe';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');

const PASTED = `一、领导责任落实（10分）
1.将平安建设纳入责任目标，单位主要领导担任组长（4分）。未成立领导小组扣1分；推进不力的酌情扣1-2分。
四、干部群众评价
信息报送不足的，按报送篇幅乘系数扣分，每系数扣0.5分。
本表90分以上为优秀，80分以上为良好。发生重大案件的一票否决。`;

describe('scoring rules', () => {
  let folder: string;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-rules-'));
    browser = await launchWithExtension(path.join(folder, 'profile'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function campaign(name: string): Promise<WorkspaceDriver> {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received, name);
    await workspace.goTo('细则');
    return workspace;
  }

  it('are pasted, corrected, answered, kept as a template and taken over by another campaign', async () => {
    const workspace = await campaign('粘贴');
    const { page } = workspace;
    await page.getByTestId('paste-open').click();
    await page.getByTestId('paste-rules').fill(PASTED);
    await page.getByTestId('read-rules').click();

    // What is unsure is asked.
    const rows = page.getByTestId('rule-match');
    expect(await rows.filter({ hasText: '未成立领导小组扣1分' }).innerText()).toContain('1.1 坚持将平安建设');
    expect(await rows.filter({ hasText: '90分以上为优秀' }).innerText()).toContain('整张表');
    await rows.filter({ hasText: '乘系数扣分' }).getByRole('combobox').fill('4.4');
    await page.keyboard.press('Enter');
    await closed(page);
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '采用 3 条' }).click();
    await workspace.saved();

    // What was not understood is shown as it is, and corrected.
    await page.getByTestId('rule-subject').filter({ hasText: '4.4' }).click();
    await page.locator('[data-testid=clause-card][data-kind=unparsed]').waitFor();
    const unread = page.getByTestId('clause-card');
    await unread.getByRole('button', { name: /^更正/ }).click();
    const form = page.getByTestId('clause-form');
    await form.getByLabel('类型').fill('按件扣分');
    await page.keyboard.press('Enter');
    await closed(page);
    await form.getByLabel('分数', { exact: true }).fill('0.5');
    await form.getByRole('status').getByText('请填写完整').waitFor();
    await form.getByLabel('单位').fill('篇');
    await form.getByRole('status').getByText('每 1 篇扣 0.5 分').waitFor();
    expect(await violations(page)).toEqual([]);
    await form.getByRole('button', { name: '保存' }).click();
    await unread.getByText('已更正').waitFor();

    // It is tried with an example, of which nothing is kept.
    await page.getByTestId('trial-example').click();
    await page.getByTestId('rule-trial').getByText('按评分标准得 1 分').waitFor();
    await workspace.saved();

    // The item asks by it, and its points follow.
    await workspace.goTo('逐项填写');
    await workspace.openItem('4.4');
    const clause = page.getByTestId('rule-clause');
    await expect.poll(() => clause.getByRole('textbox').inputValue()).toBe('');
    await clause.getByRole('textbox').fill('1');
    await page.getByTestId('proposed-score').getByText('按评分标准推算 1.5 分').waitFor();
    expect(await violations(page)).toEqual([]);

    // A veto of the whole table is answered where it is told of.
    await workspace.goTo('提示');
    await page.getByText('失分清单').click();
    const veto = page.getByRole('radiogroup', { name: /发生重大案件/ });
    await veto.getByRole('radio', { name: '有', exact: true }).check();
    await page.getByText('已触及').waitFor();

    // Undone like any other edit.
    await page.getByTestId('undo').click();
    await page.getByText('已触及').waitFor({ state: 'detached' });

    await workspace.goTo('细则');
    const template = path.join(folder, '细则模板.json');
    await workspace.download(/保存为模板/, template);
    const other = await campaign('导入模板');
    await other.page.getByTestId('rules-file').setInputFiles(template);
    await other.page.getByRole('button', { name: '采用 3 条' }).click();
    await other.page.getByTestId('rule-subject').filter({ hasText: '4.4' }).filter({ hasText: '已更正' }).click();
    await other.page.getByTestId('clause-card').getByText('每 1 篇扣 0.5 分').waitFor();
    await other.saved();
    await other.page.reload();
    await other.page.getByTestId('clause-card').getByText('每 1 篇扣 0.5 分').waitFor();

    // A newer file is refused in plain words.
    const newer = path.join(folder, '新版模板.json');
    writeFileSync(newer, readFileSync(template, 'utf8').replace('"version": 1', '"version": 9'));
    await other.page.getByTestId('rules-file').setInputFiles(newer);
    await other.page.getByTestId('failure').getByText('请升级平安填报助手').waitFor();
  });

  it('are imported from a workbook, by its headings or by columns that are pointed out', async () => {
    const workspace = await campaign('导入工作簿');
    const { page } = workspace;
    const file = path.join(folder, '上级细则.xlsx');
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('细则');
    sheet.addRow(['序', '说的是什么', '怎么扣']);
    sheet.addRow(['2.3', '落实社会治理联动协作机制，积极配合有关部门推进治安治理', '未配合的扣0.5分']);
    sheet.addRow(['9', '另外的一项工作', '未做的扣1分']);
    await book.xlsx.writeFile(file);
    await page.getByTestId('rules-file').setInputFiles(file);
    const columns = page.getByTestId('rule-columns');
    await columns.waitFor();
    for (const [label, letter] of [
      ['考评内容', 'B 列'],
      ['评分细则', 'C 列'],
      ['编号', 'A 列'],
    ] as const) {
      await columns.getByRole('combobox', { name: label }).click();
      await page.locator('.ant-select-dropdown:visible').getByText(letter).click();
      await closed(page);
    }
    expect(await violations(page)).toEqual([]);
    await columns.getByRole('button', { name: '对应到指标' }).click();
    await page.getByText('1 条已对应，1 条请您指定').waitFor();
    await page.getByRole('button', { name: '采用 1 条' }).click();
    await page.getByTestId('rule-subject').filter({ hasText: '2.3' }).filter({ hasText: '已读懂' }).waitFor();
  });
});

/** A list of choices fades away; until then it lies over the page. */
async function closed(page: Page): Promise<void> {
  // Faded out, not only on its way: axe reads what is still there.
  await expect.poll(() => page.locator('.ant-select-dropdown:not(.ant-select-dropdown-hidden)').count()).toBe(0);
  await expect.poll(() => page.locator('.ant-select-dropdown:visible').count()).toBe(0);
}
