import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { AppPaths } from '../../scripts/browser/paths';
import { BrowserChrome } from '../../scripts/browser/web-pages';
import { WorkspaceDriver } from '../../scripts/browser/workspace-driver';
import { OverlayProbe } from './overlay-probe';

const received = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');

export const COMPLETION = '已调整领导小组，完善创建工作机制，落实要点目标任务。';

/** A browser with the extension, and a campaign in which 1.1 is answered and the rest is not. */
export class FilledDesk {
  private constructor(
    readonly browser: ExtensionBrowser,
    readonly chrome: BrowserChrome,
    readonly workspace: WorkspaceDriver,
    private readonly folder: string,
  ) {}

  static async open(): Promise<FilledDesk> {
    const folder = mkdtempSync(path.join(tmpdir(), 'pingan-page-'));
    const browser = await launchWithExtension(path.join(folder, 'profile'));
    const workspace = new WorkspaceDriver(await browser.open('workspace.html'));
    await workspace.importWorkbook(received, '网页');
    await workspace.openItem('1.1');
    await workspace.answer('完成情况', COMPLETION);
    await workspace.answer('自评分', '4');
    await workspace.saved();
    return new FilledDesk(browser, await BrowserChrome.of(browser), workspace, folder);
  }

  async close(): Promise<void> {
    await this.browser.close();
    rmSync(this.folder, { recursive: true, force: true });
  }

  async openSettings(): Promise<Page> {
    const page = await this.browser.open(
      `workspace.html${new URL(this.workspace.page.url()).hash.replace(/(campaign\/[^/]+).*/, '$1/settings')}`,
    );
    await page.getByTestId('page-knowledge').waitFor();
    return page;
  }

  /** Every page but the workspace: what a failed test left open would be in the way of the next. */
  async tidy(): Promise<void> {
    const others = this.browser.context.pages().filter(page => page !== this.workspace.page);
    await Promise.all(others.map(page => page.close()));
  }

  async visit(address: string): Promise<{ page: Page; overlay: OverlayProbe }> {
    const page = await this.browser.context.newPage();
    await page.goto(address);
    return { page, overlay: await OverlayProbe.of(page) };
  }

  /** Where the edits of the journal came from, as far as they say so. */
  sources(): Promise<string[]> {
    return this.workspace.page.evaluate(async () => {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('pingan-fill');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      const records = await new Promise<unknown[]>((resolve, reject) => {
        const reading = database.transaction('tail').objectStore('tail').getAll();
        reading.onsuccess = () => resolve(reading.result);
        reading.onerror = () => reject(reading.error);
      });
      database.close();
      return records.flatMap(record => (record as { op?: { source?: string } }).op?.source ?? []);
    });
  }
}
