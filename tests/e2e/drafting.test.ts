import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { AppPaths } from '../../scripts/browser/paths';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { textsSeenByLibreOffice } from '../../scripts/office/libreoffice';
import { violations } from './axe';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');
const lastYears = path.join(AppPaths.root, 'templates/quanzhou-2023/table.xlsx');

describe('drafting', () => {
  let folder: string;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-draft-'));
    browser = await launchWithExtension(path.join(folder, 'profile'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  it('writes three own rows by keyboard alone, has them added up, applied, undone and exported', async () => {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    const { page } = workspace;
    await workspace.importWorkbook(received, '起草');
    await workspace.openItem('2.4');
    await workspace.answer('完成情况', '排查12处，全部整改。');
    await workspace.openItem('2.5');
    await workspace.answer('完成情况', '移除后也要留着。');
    await workspace.saved();
    await workspace.goTo('起草');
    const sum = page.getByTestId('draft-section-sum');
    expect(await sum.getAttribute('data-state')).toBe('exact');

    // Own rows below the last, which goes: 1 + 1.5 + 1.5 for its 4 points.
    await focusOn(page, '2.5', 'weight');
    const wordings = [
      ['开展园区企业安全隐患排查。', '1.每季度排查不少于1次；', '2022年底前', '1'],
      ['组织平安建设宣传活动。', '1.宣传不少于2场次。', '2023年底前', '1.5'],
      ['健全矛盾纠纷化解机制。', '1.每月排查1次。', '常态化', '1.5'],
    ];
    for (const wording of wordings) {
      await page.keyboard.press('Control+Enter');
      await page.waitForFunction(() => {
        const { activeElement } = document;
        return activeElement instanceof HTMLTextAreaElement && activeElement.value === '';
      });
      for (const [at, text] of wording.entries()) {
        if (at > 0) await page.keyboard.press('Tab');
        await page.keyboard.insertText(text);
      }
    }
    await sum.getByText('多出 4 分').waitFor();
    expect(await sum.innerText()).toContain('19 / 15 分');
    await focusOn(page, '2.5', 'content');
    await page.keyboard.press('Alt+Delete');
    await page.locator('[data-testid=draft-section-sum][data-state=exact]').waitFor();
    await focusOn(page, '2.4', 'content');
    await page.keyboard.press('Alt+ArrowUp');
    await expect.poll(() => rowsOf(page)).toEqual(['2.1', '2.2', '2.4', '2.3', '2.5', '+', '+', '+']);
    await page.waitForFunction(() => document.activeElement?.closest('[data-row]')?.getAttribute('data-row') === '2.4');
    // A year that is not the table's is pointed out and left alone.
    expect(await page.getByTestId('draft-year').count()).toBe(1);
    expect(await violations(page)).toEqual([]);

    // Not applied: still the table as it was, and all of it there when the page is loaded again.
    await workspace.saved();
    await page.reload();
    await page.getByTestId('draft-changes').getByText('5 处起草').waitFor();
    await totalOf(page, '/15');

    await page.getByTestId('draft-apply').focus();
    await page.keyboard.press('Enter');
    await page.getByTestId('apply-summary').getByText('其中 1 行已有填报内容').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByTestId('draft-applied').waitFor();
    await totalOf(page, '/17');

    await page.getByTestId('undo').click();
    await totalOf(page, '/15');
    await page.getByTestId('draft-changes').getByText('5 处起草').waitFor();
    await page.getByTestId('redo').click();
    await totalOf(page, '/17');

    // The answer went with its indicator, which is 2.3 now.
    await workspace.goTo('逐项填写');
    await workspace.openItem('2.3');
    expect(await page.getByTestId('completion').inputValue()).toBe('排查12处，全部整改。');
    await workspace.saved();

    const file = path.join(folder, '起草.xlsx');
    await workspace.exportWorkingCopy(['completion'], file);
    const rows = (await textsSeenByLibreOffice(file)).get('个性指标')!;
    const own = rows.slice(6, 13).map(row => [row[1]!.slice(0, 4), row[4], row[5]]);
    expect(own).toEqual([
      ['1.构建', '3分', ''],
      ['2.坚持', '2分', ''],
      ['3.认真', '5分', '排查12处，全部整改。'],
      ['4.落实', '1分', ''],
      ['5.开展', '1分', ''],
      ['6.组织', '1.5分', ''],
      ['7.健全', '1.5分', ''],
    ]);
    expect(rows[10]!.slice(1, 4)).toEqual(['5.开展园区企业安全隐患排查。', '1.每季度排查不少于1次；', '2022年底前']);
    expect(rows[13]![0]).toBe('项目');
  });

  it('takes wording from another workbook, and is dropped without a trace in the table', async () => {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    const { page } = workspace;
    await workspace.importWorkbook(received, '引用');
    await workspace.goTo('起草');
    await page.getByTestId('draft-borrow').click();
    await page.getByTestId('borrow-file').setInputFiles(lastYears);
    const borrowed = page.getByTestId('borrowed');
    await borrowed.first().getByRole('checkbox').check();
    await borrowed.nth(1).getByRole('checkbox').check();
    await page.getByTestId('borrow-as-rows').click();
    await expect.poll(() => rowsOf(page)).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5', '+', '+']);
    const texts = page.getByTestId('draft-row').nth(5).locator('textarea');
    expect(await texts.first().inputValue()).toMatch(/^构建矛盾纠纷多元化解机制/);
    await page.getByTestId('draft-section-sum').getByText('多出 5 分').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.getByTestId('draft-drop').click();
    await page.getByRole('button', { name: '放弃', exact: true }).click();
    await page.getByTestId('draft-changes').getByText('没有未应用的起草').waitFor();
    expect(await rowsOf(page)).toEqual(['2.1', '2.2', '2.3', '2.4', '2.5']);
  });
});

const focusOn = (page: Page, row: string, field: string): Promise<void> =>
  page.locator(`[data-row="${row}"] [data-draft-field=${field}]`).focus();

/** Waits until the campaign has so many items: "/17". */
const totalOf = (page: Page, items: string): Promise<void> =>
  page.locator('[data-testid=totals-overall]', { hasText: items }).waitFor();

/** Ids of the section's rows in their order; new ones as "+". */
const rowsOf = (page: Page): Promise<string[]> =>
  page
    .getByTestId('draft-row')
    .evaluateAll(all => all.map(row => (row as HTMLElement).dataset.row!.replace(/^\+.*/, '+')));
