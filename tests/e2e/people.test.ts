import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
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

/** What the test asks of the background's own interface. */
interface Reminding {
  action: { getBadgeText: (details: object) => Promise<string> };
  notifications: { getAll: () => Promise<object> };
}

describe('who does what', () => {
  let folder: string;
  let browser: ExtensionBrowser;
  let workspace: WorkspaceDriver;
  let page: Page;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-people-'));
    browser = await launchWithExtension(path.join(folder, 'profile'));
    workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    page = workspace.page;
    await workspace.importWorkbook(received, '分工');
    await workspace.goTo('分工');
    await page.getByTestId('assignment').first().waitFor();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const line = (code: string) => page.locator(`[data-testid=assignment][data-code="${code}"]`);
  const load = (name: string) => page.locator(`[data-testid=load][data-name="${name}"]`);

  it('gives several items at once, one undo takes it back, and it is the same answer as beside the item', async () => {
    await page.getByRole('checkbox', { name: '选择 1.1' }).check();
    await page.getByRole('checkbox', { name: '选择 1.2' }).check();
    await page.getByTestId('assign-all-department').fill('综合科');
    await page.getByTestId('assign-all-person').fill('李明');
    await page.getByTestId('assign-all').click();
    await load('综合科').getByText('2 项 · 已填 0').waitFor();
    await page.getByTestId('undo').click();
    await load('综合科').waitFor({ state: 'detached' });
    await page.getByTestId('redo').click();
    await load('综合科').getByText('2 项').waitFor();
    await workspace.saved();
    await workspace.goTo('逐项填写');
    await workspace.openItem('1.2');
    expect(await page.getByTestId('department').inputValue()).toBe('综合科');
    await workspace.goTo('分工');
  });

  it('gives one measure to another department by the keyboard alone', async () => {
    await line('1.1').getByTestId('show-measures').focus();
    await page.keyboard.press('Enter');
    await line('1.1').getByTestId('assign-measure-department').nth(1).focus();
    await page.keyboard.insertText('安保科');
    await page.keyboard.press('Enter');
    await load('安保科').getByText('1 项').waitFor();
    await load('安保科')
      .getByRole('button', { name: /^安保科/ })
      .click();
    await expect.poll(() => page.getByTestId('assignment').count()).toBe(1);
    await load('安保科')
      .getByRole('button', { name: /^安保科/ })
      .click();
  });

  it('renames a department everywhere, and keeps all over a reload', async () => {
    await load('综合科').getByRole('button', { name: '改名 综合科' }).click();
    await page.getByLabel('把“综合科”改名为').fill('办公室');
    await page.keyboard.press('Enter');
    await load('办公室').getByText('2 项').waitFor();
    await workspace.saved();
    await page.reload();
    await load('办公室').getByText('2 项').waitFor();
    expect(await line('1.1').getByTestId('assign-department').inputValue()).toBe('办公室');
  });

  it('exports the task breakdown that LibreOffice opens, a row per measure', async () => {
    const file = path.join(folder, 'breakdown.xlsx');
    await workspace.download(/导出任务分解表/, file);
    expect(workspace.lastDownloadName).toBe('received-2023（任务分解表）.xlsx');
    const seen = (await textsSeenByLibreOffice(file)).get('任务分解表')!;
    const rows = seen.filter(cells => cells.some(cell => cell !== ''));
    expect(rows.length).toBe(2 + 4 + 36);
    const row = rows.find(cells => cells[4] === '安保科');
    expect(row?.[5]).toBe('李明');
    expect(rows.filter(cells => cells[4] === '办公室').length).toBeGreaterThan(1);
  });

  it('exports the dates as a calendar, check-points included', async () => {
    await page.getByTestId('checkpoint-date').fill('2026-12-20');
    await page.getByTestId('checkpoint-name').fill('报市委政法委');
    await page.getByTestId('add-checkpoint').click();
    await page.getByTestId('checkpoint').waitFor();
    const file = path.join(folder, 'dates.ics');
    await workspace.download(/导出日历/, file);
    const text = readFileSync(file, 'utf8').replaceAll('\r\n ', '');
    expect(text).toContain('SUMMARY:报市委政法委');
    expect(text).toContain('DTSTART;VALUE=DATE:20261220');
    expect(text.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThan(1);
  });

  it('reminds once, offline, of what is overdue, and marks it on the button', async () => {
    await page.getByTestId('reminders-on').check();
    const [worker] = browser.context.serviceWorkers();
    const shown = () =>
      worker!.evaluate(async () => {
        const { action, notifications } = (globalThis as unknown as { chrome: Reminding }).chrome;
        return { badge: await action.getBadgeText({}), notes: Object.keys(await notifications.getAll()) };
      });
    // All dates of the 2023 table are over.
    await expect.poll(async () => (await shown()).badge).not.toBe('');
    await expect.poll(async () => (await shown()).notes.filter(id => id.startsWith('remind/')).length).toBe(1);
    await page.getByTestId('reminders-on').uncheck();
    await expect.poll(async () => (await shown()).badge).toBe('');
  });

  it('has no accessibility violations', async () => {
    expect(await violations(page)).toEqual([]);
  });
});
