import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import type { Page } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExtensionBrowser, launchWithExtension } from '../../scripts/browser/launch';
import { TARGET_CONTRACT } from '../contract/target-contract';
import { violations } from './axe';
import { Colleague, received } from './shared-campaign';

/**
 * The picker of folders cannot be worked by a program: the browser's private file system stands in for the shared drive, and
 * the test carries its files from one profile to the other, as the drive would.
 */
describe('two colleagues, one shared folder', () => {
  let folder: string;
  const open = new Map<string, ExtensionBrowser>();

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-folder-'));
  });
  afterEach(async () => {
    for (const browser of open.values()) await browser.close();
    open.clear();
    rmSync(folder, { recursive: true, force: true });
  });

  async function start(name: string, page: string): Promise<Colleague> {
    await open.get(name)?.close();
    const browser = await launchWithExtension(path.join(folder, name));
    open.set(name, browser);
    await browser.context.addInitScript(standInForPicker);
    return new Colleague(await browser.open(page), name);
  }

  it('exchange through it, are asked when it is emptied, and click once after a restart', {
    timeout: 240_000,
  }, async () => {
    let zhang = await start('张三', 'workspace.html');
    await zhang.importWorkbook(received, '园区平安单位');
    await zhang.typeInTable({ C3: '张三写的' });
    await zhang.sayName();
    await zhang.toSync();
    await zhang.page.getByRole('button', { name: '选择文件夹…' }).click();
    await zhang.page.getByText('已选：shared').waitFor();
    await zhang.page.getByLabel('口令（可不设）').fill('同一个口令');
    await zhang.page.getByTestId('start-sync').click();
    await zhang.state('synced');
    await zhang.page.getByText('已加密').waitFor();
    expect(await violations(zhang.page)).toEqual([]);

    const contract = await contractInPage(zhang.page);
    expect(contract.filter(outcome => !outcome.startsWith('ok'))).toEqual([]);
    expect(contract).toHaveLength(TARGET_CONTRACT.length);

    const files = await filesIn(zhang.page);
    expect(Object.values(files).join('\n')).not.toContain(Buffer.from('张三写的').toString('base64'));
    const li = await start('李四', 'workspace.html#/join');
    await putFiles(li.page, files);
    await li.page.getByRole('heading', { name: '加入同事的填报' }).waitFor();
    expect(await violations(li.page)).toEqual([]);
    await li.page.getByRole('button', { name: '从共享文件夹加入…' }).click();
    await li.page.getByRole('alert').waitFor();
    await li.page.getByLabel('口令（可不设）').fill('同一个口令');
    await li.page.getByRole('button', { name: '从共享文件夹加入…' }).click();
    await li.page.getByTestId('save-state').waitFor();
    await li.sees('C3', '张三写的');
    await li.typeInTable({ C4: '李四写的' });
    await li.sync();
    await putFiles(zhang.page, await filesIn(li.page));
    await zhang.sync();
    await zhang.sees('C4', '李四写的');

    await zhang.toSync();
    await zhang.page.getByRole('button', { name: '更换口令…' }).click();
    await zhang.page.getByLabel('新口令').fill('换过的口令');
    await zhang.page.getByLabel('再输一遍').fill('换过的口令');
    expect(await violations(zhang.page)).toEqual([]);
    await zhang.page.getByRole('button', { name: '更换', exact: true }).click();
    await zhang.page.getByText('口令已更换').waitFor();
    await zhang.sync();
    await putFiles(li.page, await filesIn(zhang.page));
    await li.toSync();
    await li.page.getByTestId('sync-now').click();
    await li.state('paused');
    await li.page.getByText('同事更换了口令').waitFor();
    await li.page.getByLabel('输入口令').fill('换过的口令');
    await li.page.getByRole('button', { name: '打开', exact: true }).click();
    await li.state('synced');

    await zhang.toSync();
    await zhang.page.getByRole('button', { name: '撤销这次合并' }).click();
    await zhang.page.getByText('已撤销').waitFor();
    await zhang.goTo('表格');
    await expect.poll(() => zhang.cellText('C4')).not.toBe('李四写的');
    await zhang.page.keyboard.press('Control+y');
    await expect.poll(() => zhang.cellText('C4')).toBe('李四写的');

    const address = zhang.page.url().split('/').slice(3).join('/');
    await zhang.page.evaluate(() => localStorage.setItem('folder-leave', 'prompt'));
    zhang = await start('张三', address);
    await zhang.state('click');
    await zhang.toSync();
    expect(await violations(zhang.page)).toEqual([]);
    await zhang.page.getByTestId('reopen').click();
    await zhang.state('synced');

    await emptyFolder(zhang.page);
    await zhang.page.getByTestId('sync-now').click();
    await zhang.state('paused');
    expect(Object.keys(await filesIn(zhang.page))).toEqual([]);
    await zhang.page.getByTestId('refill').click();
    await zhang.state('synced');
    expect(Object.keys(await filesIn(zhang.page)).length).toBeGreaterThan(2);
    await zhang.sees('C4', '李四写的');
  });
});

/** Runs in the page before anything else. The browser's leave is what the test says it is. */
function standInForPicker(): void {
  const shared = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('shared', { create: true });
  Object.assign(window, { showDirectoryPicker: shared });
  Object.assign(FileSystemDirectoryHandle.prototype, {
    queryPermission: async () => localStorage.getItem('folder-leave') ?? 'granted',
    requestPermission: async () => {
      localStorage.setItem('folder-leave', 'granted');
      return 'granted';
    },
  });
}

/** The contract of targets on the browser's real file system, in the page that uses it. */
async function contractInPage(page: Page): Promise<string[]> {
  const { outputFiles } = await build({
    entryPoints: [path.join(import.meta.dirname, 'folder-contract.ts')],
    bundle: true,
    format: 'iife',
    write: false,
  });
  await page.evaluate(outputFiles[0]!.text);
  return page.evaluate(() => (globalThis as unknown as { folderContract(): Promise<string[]> }).folderContract());
}

type Files = Record<string, string>;

/** Path → base64 of everything in the stand-in. */
const filesIn = (page: Page): Promise<Files> =>
  page.evaluate(async () => {
    const files: Record<string, string> = {};
    const walk = async (handle: FileSystemDirectoryHandle, at: string): Promise<void> => {
      const entries = (handle as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
      for await (const entry of entries) {
        const name = at === '' ? entry.name : `${at}/${entry.name}`;
        if (entry.kind === 'directory') await walk(entry as FileSystemDirectoryHandle, name);
        else {
          const bytes = new Uint8Array(await (await (entry as FileSystemFileHandle).getFile()).arrayBuffer());
          files[name] = btoa(Array.from(bytes, byte => String.fromCharCode(byte)).join(''));
        }
      }
    };
    const root = await navigator.storage.getDirectory();
    await walk(await root.getDirectoryHandle('shared', { create: true }), '');
    return files;
  });

const putFiles = (page: Page, files: Files): Promise<void> =>
  page.evaluate(async all => {
    const root = await (await navigator.storage.getDirectory()).getDirectoryHandle('shared', { create: true });
    for (const [name, base64] of Object.entries(all)) {
      const parts = name.split('/');
      const file = parts.pop()!;
      let handle = root;
      for (const part of parts) handle = await handle.getDirectoryHandle(part, { create: true });
      const writer = await (await handle.getFileHandle(file, { create: true })).createWritable();
      await writer.write(Uint8Array.from(atob(base64), letter => letter.charCodeAt(0)));
      await writer.close();
    }
  }, files);

const emptyFolder = (page: Page): Promise<void> =>
  page.evaluate(async () => {
    await (await navigator.storage.getDirectory()).removeEntry('shared', { recursive: true });
    await (await navigator.storage.getDirectory()).getDirectoryHandle('shared', { create: true });
  });
