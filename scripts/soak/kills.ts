import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { synchronise } from '../../lib/sync/synchronise';
import { requestBudget } from '../../lib/sync/targets/request-budget';
import { webdavTarget } from '../../lib/sync/targets/webdav';
import { extensionAllowedFor } from '../../tests/e2e/granted-extension';
import { memorySyncStore } from '../../tests/fixtures/sync/memory-sync-store';
import { PASSWORD, startApache, USER, type WebdavServer } from '../../tests/fixtures/sync/webdav-servers';
import { killProfile } from '../browser/kill-profile';
import { type ExtensionBrowser, launchWithExtension } from '../browser/launch';
import { AppPaths } from '../browser/paths';
import { WorkspaceDriver } from '../browser/workspace-driver';

const RECEIVED = path.join(AppPaths.root, 'tests/fixtures/workbooks/received-2023.xlsx');
const CELLS = ['C3', 'C4', 'C5', 'C7', 'C8', 'C9', 'C10', 'C11'];
/** Most syncs of one edit are over by then. */
const LATEST_MS = 500;

/**
 * The browser with the built extension is killed (-9) again and again while it syncs with a real server. What was shown as saved
 * has to be on the PC after each kill, and in the end on the server. @returns whether it was.
 */
export async function kills(times: number): Promise<boolean> {
  const folder = mkdtempSync(path.join(tmpdir(), 'pingan-kills-'));
  const profile = path.join(folder, 'profile');
  const server = await startApache();
  const extension = extensionAllowedFor('http://127.0.0.1/*', folder);
  let browser: ExtensionBrowser | null = null;
  let last: Page | null = null;
  const saved = new Map<string, string>();
  const written: string[] = [];
  let inTheMiddle = 0;
  let lostHere = 0;
  try {
    let address = 'workspace.html';
    for (let kill = 0; kill <= times; kill++) {
      browser = await launchWithExtension(profile, { extension });
      const page = await browser.open(address);
      const workspace = new WorkspaceDriver(page);
      if (kill === 0) address = await begin(workspace, server);
      lostHere += await missing(workspace, saved);
      last = page;
      if (kill === times) break;
      const cell = CELLS[kill % CELLS.length]!;
      const text = `第${kill + 1}次断电之前写的`;
      await workspace.goTo('表格');
      await workspace.typeIntoCell(cell, text);
      await workspace.saved();
      saved.set(cell, text);
      written.push(text);
      await toSync(page);
      await page.getByTestId('sync-now').click();
      await new Promise(resolve => setTimeout(resolve, Math.random() * LATEST_MS));
      inTheMiddle += Number((await stateOf(page)) === 'running');
      killProfile(profile);
      await browser.close().catch(ignoreGone);
      browser = null;
      process.stderr.write(`${kill + 1} kills\r`);
    }
    await syncWhole(last!);
    const lostThere = await missingAt(server, /campaign\/(\w+)/.exec(address)![1]!, written);
    console.log(
      `${times} kills -9, ${inTheMiddle} while the page showed a sync underway: ` +
        `${lostHere} saved texts lost on the PC, ${lostThere} of ${written.length} missing on the server`,
    );
    return lostHere === 0 && lostThere === 0;
  } finally {
    await browser?.close().catch(ignoreGone);
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function begin(workspace: WorkspaceDriver, server: WebdavServer): Promise<string> {
  const { page } = workspace;
  await workspace.importWorkbook(RECEIVED, '断电演练');
  await toSync(page);
  await page.getByRole('radio', { name: 'WebDAV 服务器' }).check();
  await page.getByLabel('地址', { exact: true }).fill(server.url);
  await page.getByLabel('用户名').fill(USER);
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  await page.getByTestId('start-sync').click();
  await page.locator('[data-testid=sync-state][data-state=synced]').waitFor();
  return page.url().split('/').slice(3).join('/');
}

async function missing(workspace: WorkspaceDriver, saved: ReadonlyMap<string, string>): Promise<number> {
  await workspace.goTo('表格');
  let lost = 0;
  for (const [cell, text] of saved) {
    await workspace.goToCell(cell);
    const shown = workspace.page.getByTestId('cell-text').filter({ hasText: text });
    lost += await shown.waitFor({ timeout: 10_000 }).then(
      () => 0,
      () => 1,
    );
  }
  return lost;
}

/** What a fresh PC finds there. */
async function missingAt(server: WebdavServer, project: string, written: readonly string[]): Promise<number> {
  const now = Date.now;
  const store = memorySyncStore({ replica: 'ffffffff', now });
  const budget = requestBudget({ now, limit: 100_000 });
  const target = webdavTarget({ address: server.url, user: USER, password: PASSWORD, fetch, budget, now });
  await synchronise({ project, actor: '', target, remote: 'r', store, now, direction: 'take', isFull: true });
  const there = new Set([...store.log.values()].map(record => record.value));
  return written.filter(text => !there.has(text)).length;
}

async function toSync(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: '填报步骤' }).getByText('同步', { exact: true }).click();
  await page.getByRole('heading', { name: '同步', exact: true }).waitFor();
}

async function syncWhole(page: Page): Promise<void> {
  await toSync(page);
  const clicked = await page.evaluate(() => Date.now());
  await page.getByTestId('sync-now').click();
  await page.waitForFunction(
    since => Number(document.querySelector<HTMLElement>('[data-testid=sync-line]')?.dataset.begunAt) >= since,
    clicked,
  );
}

const stateOf = (page: Page): Promise<string | null> => page.getByTestId('sync-state').getAttribute('data-state');

/** The browser was killed: closing it fails, and that is as it should be. */
function ignoreGone(): void {}
