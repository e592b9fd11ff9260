import type { Page } from 'playwright-core';
import type { Op } from '../../lib/model/op';
import { randomId } from '../../lib/model/random-id';
import { synchronise } from '../../lib/sync/synchronise';
import { newPackage, zipPackage } from '../../lib/sync/targets/package';
import { memorySyncStore } from '../../tests/fixtures/sync/memory-sync-store';
import type { WorkspaceDriver } from '../browser/workspace-driver';

const COLLEAGUE = '陈建国';
const REPLICA = 'c0ffee01';
const SAID = '领导小组于3月15日调整，组长由园区主要领导担任；创建方案已印发各科室。';

/**
 * The page 同步 with a shared folder and one disagreement. The picker of folders cannot be worked by a program, so the browser's
 * own file system stands in for the drive; the colleague's edit comes in a package.
 */
export async function showSyncPage(workspace: WorkspaceDriver): Promise<void> {
  const { page } = workspace;
  await standInForPicker(page);
  await workspace.goTo('逐项填写');
  const link = page.getByRole('link', { name: /^\S+ 1\.1 / });
  const [, project = '', entity = ''] =
    /campaign\/(\w+)\/items\/([^/]+)/.exec((await link.getAttribute('href')) ?? '') ?? [];
  const now = Number(await page.evaluate('Date.now()'));
  await page.getByRole('navigation', { name: '填报步骤' }).getByText('同步', { exact: true }).click();
  await page.getByRole('button', { name: '选择文件夹…' }).click();
  await page.getByText('已选：平安创建共享盘').waitFor();
  await page.getByTestId('start-sync').click();
  await page.locator('[data-testid=sync-state][data-state=synced]').waitFor();
  const bytes = await colleaguesPackage(project, decodeURIComponent(entity), now);
  await page
    .getByTestId('package-file')
    .setInputFiles({ name: '数据包.zip', mimeType: 'application/zip', buffer: bytes });
  await page.getByTestId('conflict').waitFor();
  await page.locator('[data-testid=sync-state][data-state=synced]').waitFor();
  // The clock stands still, and the message with it.
  await page.clock.setFixedTime(now + 10_000);
  await page.getByText(/已合并 \d+ 处更改/).waitFor({ state: 'detached' });
  await page.getByRole('heading', { name: '同步', exact: true }).scrollIntoViewIfNeeded();
}

/** The person's own text stays, so that the pictures after this one are as they were. */
export async function settleSyncPage({ page }: WorkspaceDriver): Promise<void> {
  await page.getByTestId('conflict').getByRole('button').first().click();
  await page.getByTestId('conflict').waitFor({ state: 'detached' });
}

/** Until it is clicked nobody asks for the picker. As text: functions would reach the page with tsx's own calls in them. */
const standInForPicker = (page: Page): Promise<unknown> =>
  page.evaluate(`
    window.showDirectoryPicker = async () =>
      (await navigator.storage.getDirectory()).getDirectoryHandle('平安创建共享盘', { create: true });
    FileSystemDirectoryHandle.prototype.queryPermission = async () => 'granted';
    FileSystemDirectoryHandle.prototype.requestPermission = async () => 'granted';
  `);

async function colleaguesPackage(project: string, entity: string, time: number): Promise<Buffer> {
  const now = () => time - 40 * 60_000;
  const store = memorySyncStore({ replica: REPLICA, now });
  const edit = (entityOf: string, field: string, value: string, count: number): Op => ({
    id: randomId(16),
    replica: REPLICA,
    hlc: { time: now(), count },
    actor: COLLEAGUE,
    entity: entityOf,
    field,
    value,
    parents: [],
  });
  store.write(edit(entity, 'completion', SAID, 0));
  store.write(edit(`replica:${REPLICA}`, 'name', '综治科电脑', 1));
  const target = newPackage();
  await synchronise({
    project,
    actor: COLLEAGUE,
    target,
    remote: 'package',
    store,
    now,
    direction: 'give',
    isFull: true,
  });
  return Buffer.from(zipPackage(target, []));
}
