import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '../../lib/sync/target';
import { folderTarget } from '../../lib/sync/targets/folder';
import { memoryTarget } from '../../lib/sync/targets/memory';
import { newPackage } from '../../lib/sync/targets/package';
import { requestBudget } from '../../lib/sync/targets/request-budget';
import { webdavTarget } from '../../lib/sync/targets/webdav';
import { nodeFolder } from '../fixtures/sync/node-folder';
import {
  PASSWORD,
  startApache,
  startLighttpd,
  startRclone,
  startRcloneBucket,
  USER,
  type WebdavServer,
} from '../fixtures/sync/webdav-servers';
import { TARGET_CONTRACT } from './target-contract';

function contract(open: (place: number) => Target | Promise<Target>): void {
  for (const [place, { name, run }] of TARGET_CONTRACT.entries()) it(name, async () => run(await open(place)));
}

describe('in memory', () => contract(() => memoryTarget()));
describe('a package in the making', () => contract(() => newPackage()));

describe('a folder', () => {
  const home = mkdtempSync(path.join(tmpdir(), 'pingan-folder-'));
  afterAll(() => rmSync(home, { recursive: true }));
  contract(place => {
    const folder = path.join(home, String(place));
    mkdirSync(folder);
    return folderTarget(nodeFolder(folder));
  });
});

describe.each([
  ['Apache mod_dav', startApache],
  ['rclone', startRclone],
  ['rclone before a bucket', startRcloneBucket],
  ['lighttpd', startLighttpd],
])('WebDAV by %s', (_, start) => {
  let server: WebdavServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());
  contract(async place => {
    const address = `${server.url}${encodeURIComponent(`第${place}处`)}`;
    const authorization = `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
    // By the server itself: rclone notices only after a while what was made behind its back.
    const { status } = await fetch(address, { method: 'MKCOL', headers: { authorization } });
    expect(status).toBe(201);
    return webdavTarget({
      address,
      user: USER,
      password: PASSWORD,
      fetch,
      now: Date.now,
      budget: requestBudget({ now: Date.now, limit: 10_000 }),
    });
  });
});
