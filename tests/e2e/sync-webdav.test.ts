import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { killProfile } from '../../scripts/browser/kill-profile';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { PASSWORD, startApache, USER, type WebdavServer } from '../fixtures/sync/webdav-servers';
import { violations } from './axe';
import { extensionAllowedFor } from './granted-extension';
import { Colleague, received } from './shared-campaign';
import { strangeColleague } from './strange-colleague';

describe('two colleagues, one server (Apache mod_dav)', () => {
  let folder: string;
  let server: WebdavServer;
  let extension: string;
  const open = new Map<string, ExtensionBrowser>();

  beforeEach(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-together-'));
    server = await startApache();
    extension = extensionAllowedFor('http://127.0.0.1/*', folder);
  });
  afterEach(async () => {
    for (const browser of open.values()) await browser.close();
    open.clear();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(name: string, page: string): Promise<Colleague> {
    await open.get(name)?.close();
    const browser = await launchWithExtension(path.join(folder, name), { extension });
    open.set(name, browser);
    return new Colleague(await browser.open(page), name);
  }

  async function join(name: string): Promise<Colleague> {
    const colleague = await start(name, 'workspace.html#/join');
    await account(colleague);
    await colleague.page.getByRole('button', { name: '连接' }).click();
    await colleague.page.getByTestId('save-state').waitFor();
    return colleague;
  }

  async function account({ page }: Colleague): Promise<void> {
    await page.getByLabel('地址', { exact: true }).fill(server.url);
    await page.getByLabel('用户名').fill(USER);
    await page.getByLabel('密码', { exact: true }).fill(PASSWORD);
  }

  async function exported(colleague: Colleague): Promise<Buffer> {
    const file = path.join(folder, `${colleague.name}.xlsx`);
    await colleague.exportOriginal(file);
    return readFileSync(file);
  }

  const isOffline = (name: string, offline: boolean) => open.get(name)!.context.setOffline(offline);

  it('offline, online, killed in the middle, in disagreement: in the end both hand in the same workbook', {
    timeout: 480_000,
  }, async () => {
    const zhang = await start('张三', 'workspace.html');
    await zhang.importWorkbook(received, '园区平安单位');
    await zhang.typeInTable({ C3: '张三先写的措施' });
    await zhang.sayName();
    await zhang.toSync();
    await zhang.page.getByRole('radio', { name: 'WebDAV 服务器' }).check();
    await account(zhang);
    await zhang.page.getByRole('button', { name: '测试连接' }).click();
    await zhang.page.getByText('连接正常').waitFor();
    await zhang.page.getByTestId('start-sync').click();
    await zhang.state('synced');

    // The only one there so far: s-<time>-<label>-….pal.
    const label = logFiles()[0]!.split('-')[2]!;

    let li = await join('李四');
    await li.sees('C3', '张三先写的措施');
    await li.typeInTable({ C4: '李四写的' });
    await li.sayName();
    // By itself, a moment after the last letter.
    await li.state('synced');
    await zhang.sync();
    await zhang.sees('C4', '李四写的');

    // A number that is typed while syncing is on waits for a decision; what was written beside it does not.
    await zhang.typeInTable({ C9: '联系人 13812345678', C10: '同时写的' });
    await zhang.toSync();
    await zhang.page.getByTestId('sync-now').click();
    await zhang.state('private');
    await li.sync();
    await li.sees('C10', '同时写的');
    await zhang.page.getByTestId('decide-private').click();
    await zhang.page.getByTestId('private-numbers').waitFor();
    expect(await violations(zhang.page)).toEqual([]);
    await zhang.page.getByRole('button', { name: '全部隐去' }).click();
    await zhang.page.getByTestId('private-numbers-done').click();
    await zhang.sync();
    await li.sync();
    await li.sees('C9', '联系人 138****5678');

    await isOffline('李四', true);
    await li.typeInTable({ C3: '李四离线时改的', C5: '李四离线时新写的' });
    await li.addEntries('2.3', { evidence: '李四的台账', note: '同一句话' });
    await li.state('failed');
    await zhang.typeInTable({ C3: '张三同时改的' });
    await zhang.addEntries('2.3', { evidence: '张三的纪要', note: '同一句话' });
    await zhang.sync();
    await isOffline('李四', false);
    await li.sync();
    await zhang.sync();
    for (const colleague of [zhang, li]) {
      // About C3 alone: what both added to a list is there twice.
      await colleague.page.getByTestId('conflict').waitFor();
      expect(await colleague.page.getByTestId('conflict').count()).toBe(1);
      await colleague.seesEntries('2.3', 'evidence', ['张三的纪要', '李四的台账']);
      await colleague.seesEntries('2.3', 'note', ['同一句话', '同一句话']);
    }
    await zhang.sees('C5', '李四离线时新写的');

    await li.typeInTable({ C7: '断电前一刻写的', C8: '也是' });
    await li.toSync();
    const address = li.page.url().split('/').slice(3).join('/');
    await li.page.getByTestId('sync-now').click();
    killProfile(path.join(folder, '李四'));
    await open
      .get('李四')!
      .close()
      .catch(() => undefined);
    open.delete('李四');
    li = await start('李四', address);
    await li.sync();
    await li.sees('C7', '断电前一刻写的');
    await zhang.sync();
    await zhang.sees('C8', '也是');

    await zhang.choose('李四离线时改的');
    await withoutPage(zhang);
    await li.sync();
    await expect.poll(() => li.page.getByTestId('conflict').count()).toBe(0);
    const workbook = await exported(zhang);
    expect((await exported(li)).equals(workbook)).toBe(true);

    const project = /campaign\/(\w+)/.exec(zhang.page.url())![1]!;
    for (const strange of [
      { replica: 'eeeeeeee', isNewer: true },
      { replica: 'dddddddd', ahead: 400 * 24 * 60 * 60 * 1000 },
      { replica: label },
    ])
      await strangeColleague(server, project, strange);
    await zhang.sync();
    for (const notice of [/有一份副本在别处使用/, /有 1 个文件是更新版本写的/, /电脑时间可能不准：dddddddd/])
      await zhang.page.getByRole('alert').filter({ hasText: notice }).waitFor();
    expect(await violations(zhang.page)).toEqual([]);
    await zhang.page.getByTestId('clone-noted').click();
    await zhang.page.getByTestId('cloned').waitFor({ state: 'detached' });
    await zhang.sync();
    expect(await zhang.page.getByTestId('cloned').count()).toBe(0);

    // A PC whose data was wiped, from the server alone and from a package alone.
    const fromServer = await join('王五');
    expect((await exported(fromServer)).equals(workbook)).toBe(true);
    const pack = path.join(folder, '数据包.zip');
    await zhang.toSync();
    await zhang.download(/导出数据包/, pack);
    const fromPackage = await start('赵六', 'workspace.html#/join');
    await fromPackage.page.getByTestId('join-package').setInputFiles(pack);
    await fromPackage.page.getByTestId('save-state').waitFor();
    expect((await exported(fromPackage)).equals(workbook)).toBe(true);

    const backup = path.join(folder, 'backup.pingan');
    await zhang.page.getByRole('link', { name: '设置' }).first().click();
    await zhang.download(/导出全部备份/, backup);
    for (const text of [
      gunzipSync(readFileSync(backup)).toString(),
      readFileSync(pack).toString('utf8'),
      ...onServer(),
    ])
      expect(text).not.toContain(PASSWORD);
  });

  /** All pages of the workspace are closed; the alarm of the background is let go off. What was written goes by itself. */
  async function withoutPage(colleague: Colleague): Promise<void> {
    const address = colleague.page.url();
    const files = () => readdirSync(server.files, { recursive: true }).length;
    const [worker] = open.get(colleague.name)!.context.serviceWorkers();
    await colleague.page.goto('about:blank');
    const before = files();
    await worker!.evaluate(() => {
      const { alarms } = (globalThis as unknown as { chrome: { alarms: { create(name: string, at: object): void } } })
        .chrome;
      alarms.create('pingan-fill-sync', { when: Date.now() + 100, periodInMinutes: 10 });
    });
    await expect.poll(files).toBeGreaterThan(before);
    await colleague.page.goto(address);
    await colleague.state('synced');
  }

  const logFiles = () =>
    (readdirSync(server.files, { recursive: true }) as string[])
      .filter(name => name.endsWith('.pal'))
      .map(name => path.basename(name));

  function onServer(): string[] {
    const names = readdirSync(server.files, { recursive: true }) as string[];
    return names.flatMap(name => {
      try {
        return readFileSync(path.join(server.files, name)).toString('utf8');
      } catch {
        // A folder.
        return [];
      }
    });
  }
});
