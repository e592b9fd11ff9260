import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { AppPaths } from '../../scripts/browser/paths';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { textsSeenByLibreOffice } from '../../scripts/office/libreoffice';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');

/** What an office clerk does to the table with keyboard, input method and clipboard. */
describe('the table', () => {
  let folder: string;
  let browser: ExtensionBrowser;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-table-'));
    browser = await launchWithExtension(path.join(folder, 'profile'));
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  async function openTable(name: string): Promise<WorkspaceDriver> {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received, name);
    await workspace.goTo('表格');
    return workspace;
  }

  it('takes a word composed by an input method from its first letter on', async () => {
    const workspace = await openTable('输入法');
    const { page } = workspace;
    await workspace.goToCell('C3');
    const input = await browser.context.newCDPSession(page);
    for (const composed of ['p', 'ping', 'ping an']) {
      await input.send('Input.imeSetComposition', {
        text: composed,
        selectionStart: composed.length,
        selectionEnd: composed.length,
      });
      await expect.poll(() => page.getByTestId('cell-editor').inputValue()).toBe(composed);
    }
    expect(await page.getByTestId('save-state').getAttribute('data-state')).toBe('typing');
    await input.send('Input.insertText', { text: '平安' });
    await page.keyboard.press('Enter');
    await workspace.saved();
    expect(await workspace.cellText('C3')).toBe('平安');
    expect(await page.getByTestId('active-cell').inputValue()).toBe('C3');
  });

  it('takes a block from Excel, its quoted line breaks and quotation marks, and takes it back as one', async () => {
    const workspace = await openTable('粘贴');
    await workspace.goToCell('C3');
    const before = await workspace.cellText('D4');
    await workspace.goToCell('C3');
    await paste(workspace.page, '"第一行\n第二行 ""引号"""\t2023年12月底前\r\n=1+1\t3.5分\r\n');
    await expect.poll(() => workspace.cellText('C3')).toBe('第一行\n第二行 "引号"');
    expect(await workspace.cellText('D3')).toBe('2023年12月底前');
    expect(await workspace.cellText('C4')).toBe('=1+1');
    expect(await workspace.cellText('D4')).toBe('3.5分');
    await workspace.saved();
    await workspace.page.keyboard.press('Control+z');
    await expect.poll(() => workspace.cellText('D4')).toBe(before);
    expect(await workspace.cellText('C3')).toContain('完善创建工作机制');
  });

  it('keeps what is being typed when the page is loaded again, in a cell and in an item', async () => {
    const workspace = await openTable('重新载入');
    const { page } = workspace;
    page.on('dialog', dialog => void dialog.accept());
    await workspace.goToCell('C5');
    await page.keyboard.insertText('还没按回车');
    await page.reload();
    await expect.poll(() => workspace.cellText('C5')).toBe('还没按回车');
    await workspace.goTo('逐项填写');
    await page.getByTestId('completion').click();
    await page.keyboard.insertText('刚刚输入');
    await page.reload();
    await expect.poll(() => page.getByTestId('completion').inputValue()).toBe('刚刚输入');
    await workspace.saved();
    await page.reload();
    await expect.poll(() => page.getByTestId('completion').inputValue()).toBe('刚刚输入');
  });

  it('keeps what is being typed when another page is opened or the way back is taken', async () => {
    const workspace = await openTable('换页');
    await workspace.goToCell('C7');
    await workspace.page.keyboard.insertText('点链接时还在输入');
    await workspace.goTo('导出');
    await workspace.goTo('表格');
    expect(await workspace.cellText('C7')).toBe('点链接时还在输入');
    await workspace.goToCell('C8');
    await workspace.page.keyboard.insertText('后退时还在输入');
    await workspace.page.goBack();
    await workspace.page.getByTestId('export').waitFor();
    await workspace.page.goForward();
    expect(await workspace.cellText('C8')).toBe('后退时还在输入');
  });

  it('goes from start to export by keyboard alone, and search gives the cell back', async () => {
    const page = await browser.open('workspace.html');
    const workspace = new WorkspaceDriver(page);
    await page.getByText('最近的填报').waitFor();
    const chooser = page.waitForEvent('filechooser');
    await tabTo(page, () => document.activeElement?.classList.contains('workbook-drop-button') ?? false);
    await page.keyboard.press('Enter');
    await (await chooser).setFiles(received);
    await page.getByTestId('confirm-import').waitFor();
    await tabTo(page, () => document.activeElement?.getAttribute('data-testid') === 'confirm-import');
    await page.keyboard.press('Enter');
    await page.getByTestId('save-state').waitFor();

    await tabTo(page, () => document.activeElement?.textContent === '表格');
    await page.keyboard.press('Enter');
    await page.getByTestId('sheet').waitFor();
    await tabTo(page, () => document.activeElement?.getAttribute('data-testid') === 'cell-editor');
    await page.keyboard.press('Control+f');
    await page.keyboard.insertText('法律援助');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.getByTestId('active-cell').inputValue()).toBe('B7');
    await page.keyboard.press('Escape');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.insertText('只用键盘');
    await page.keyboard.press('Tab');
    await workspace.saved();
    await page.keyboard.press('Escape');

    await tabTo(page, () => document.activeElement?.textContent === '导出');
    await page.keyboard.press('Enter');
    await page.getByTestId('export').waitFor();
    await tabTo(page, () => document.activeElement?.getAttribute('data-testid') === 'export');
    const download = page.waitForEvent('download');
    await page.keyboard.press('Enter');
    const out = path.join(folder, 'keyboard.xlsx');
    await (await download).saveAs(out);
    const rows = (await textsSeenByLibreOffice(out)).get('个性指标')!;
    expect(rows[6]![2]).toBe('只用键盘');
  });

  it('says so when a link leads to a campaign that is not here', async () => {
    const page = await browser.open('workspace.html#/campaign/not-here/table/Sheet1!C5');
    await page.locator('[data-testid=failure][data-code=campaign-unknown]').waitFor();
    await page.getByRole('link', { name: /返回首页/ }).click();
    await page.getByText('最近的填报').waitFor();
  });

  it('goes back from a new campaign to the start page, and forward again', async () => {
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    const { page } = workspace;
    await workspace.importWorkbook(received, '后退');
    await page.goBack();
    await page.getByText('最近的填报').waitFor();
    await page.goForward();
    await page.getByTestId('save-state').waitFor();
  });
});

async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate(plain => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', plain);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** Presses Tab until the focus is where it should be; what cannot be reached so fails. */
async function tabTo(page: Page, arrived: () => boolean): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    if (await page.evaluate(arrived)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`80 presses of Tab did not reach ${arrived}`);
}
