import { mkdtempSync, rmSync } from 'node:fs';
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

describe('hints', () => {
  let folder: string;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-hints-'));
    browser = await launchWithExtension(path.join(folder, 'profile'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function campaign(name: string): Promise<WorkspaceDriver> {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received, name);
    await workspace.page.getByTestId('item-hints').waitFor();
    return workspace;
  }

  it('say beside the item what its score contradicts, in the table and in the count as well', async () => {
    const workspace = await campaign('矛盾');
    const { page } = workspace;
    const before = await serious(page);
    await workspace.openItem('1.1');
    await workspace.answer('自评分', '4');
    await page.getByTestId('item-hints').getByText('自评满分 4 分，但还没有填写完成情况').waitFor();
    await expect.poll(() => serious(page)).toBe(before + 1);
    await workspace.goTo('表格');
    await workspace.goToCell('B3');
    await page.getByTestId('cell-hint').getByText('自评满分 4 分').waitFor();
    await workspace.goTo('逐项填写');
    await workspace.openItem('1.1');
    await workspace.answer('完成情况', '已调整领导小组，完善创建工作机制，落实要点目标任务。');
    await page.locator('[data-kind=score-unproven]').waitFor({ state: 'detached' });
  });

  it('lead to the field where something is missing', async () => {
    const workspace = await campaign('去核实');
    const { page } = workspace;
    await workspace.goTo('提示');
    await page.getByRole('link', { name: /^去核实 · .*未发生污水渗漏现象/ }).click();
    const events = page.getByRole('radiogroup', { name: '未发生污水渗漏现象' });
    await events.getByRole('radio', { name: '没有发生' }).click();
    await workspace.saved();
    await page.locator('[data-kind=forbidden]').waitFor({ state: 'detached' });
    await page.reload();
    await page.getByTestId('item-hints').waitFor();
    expect(await events.getByRole('radio', { name: '没有发生' }).isChecked()).toBe(true);
  });

  it('stay put aside with their reason, and come back when asked', async () => {
    const workspace = await campaign('不再提示');
    const { page } = workspace;
    await workspace.openItem('1.1');
    const hint = page.locator('[data-kind=measures]');
    await hint.getByRole('button', { name: /^不再提示/ }).click();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await hint.waitFor({ state: 'detached' });
    await workspace.saved();
    await page.reload();
    await page.getByTestId('item-hints').waitFor();
    expect(await hint.count()).toBe(0);
    await page.getByRole('button', { name: '已收起 1 条' }).click();
    await page.getByText('已收起：不适用于本单位').waitFor();
    await page.getByRole('button', { name: '恢复提示' }).click();
    await hint.getByRole('button', { name: /^不再提示/ }).waitFor();
  });

  it('are each shown once', async () => {
    const workspace = await campaign('只说一次');
    const { page } = workspace;
    await workspace.goTo('提示');
    await page.getByTestId('hint').first().waitFor();
    const ids = await page.getByTestId('hint').evaluateAll(all => all.map(one => (one as HTMLElement).dataset.hint));
    expect(ids.length).toBeGreaterThan(20);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('follow what the unit answers to the note', async () => {
    const workspace = await campaign('说明');
    const { page } = workspace;
    await workspace.goTo('提示');
    await page.locator('[data-kind=unit-profile]').waitFor();
    const profile = page.getByTestId('unit-profile');
    await profile
      .getByRole('radiogroup', { name: /省对市/ })
      .getByRole('radio', { name: '否' })
      .check();
    await profile
      .getByRole('radiogroup', { name: /平安建设要点/ })
      .getByRole('radio', { name: '否' })
      .check();
    await page.locator('[data-kind=unit-profile]').waitFor({ state: 'detached' });
    await page.locator('[data-kind=note-applies]').getByText('原文载明').waitFor();
    await workspace.saved();
    await page.reload();
    await page.locator('[data-kind=note-applies]').waitFor();
  });

  it('work out a self-score from the table’s own rule, and fill it in only when told to', async () => {
    const file = path.join(folder, '有评分标准的表.xlsx');
    await writeScoredTable(file);
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    const { page } = workspace;
    await workspace.importWorkbook(file, '评分');
    const clause = page.getByTestId('rule-clause').filter({ hasText: '未形成纪要的扣1分' });
    await clause.getByRole('radio', { name: '有', exact: true }).click();
    const proposed = page.getByTestId('proposed-score');
    await proposed.getByText('按评分标准推算 3 分').waitFor();
    expect(await page.getByTestId('self-score').inputValue()).toBe('');
    await clause.getByText('已失 1 分').waitFor();
    await workspace.goTo('提示');
    await page.getByText('失分清单').click();
    await page.getByTestId('lost-points').getByText('未形成纪要的扣1分').waitFor();
    await workspace.goTo('导出');
    await page.getByText('按评分标准推算的自评分（1 项与现在不同）').click();
    expect(await violations(page)).toEqual([]);
    await page.getByRole('button', { name: '写入这 1 项' }).click();
    await workspace.saved();
    await page.getByTestId('changes').getByText('1.1 自评分').waitFor();
  });
});

async function writeScoredTable(file: string): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('考核表');
  sheet.addRow(['某局2026年度平安建设考核指标表（共8分）']);
  sheet.mergeCells('A1:F1');
  sheet.addRow(['项目', '考评内容', '评分标准', '分值', '完成情况', '自评分']);
  sheet.addRow(['一、组织领导（8分）', '1.研究平安建设工作。', '未形成纪要的扣1分。', 4]);
  sheet.addRow(['', '2.开展宣传。', '未开展的不得分。', 4]);
  sheet.mergeCells('A3:A4');
  await book.xlsx.writeFile(file);
}

/** Deadlines of the table are over by now, so there are some from the start. */
async function serious(page: Page): Promise<number> {
  return Number.parseInt(await page.getByTestId('serious-hints').innerText(), 10);
}
