import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, it } from 'vitest';
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
  USER,
  type WebdavServer,
} from '../fixtures/sync/webdav-servers';
import { TARGET_CONTRACT } from './target-contract';

function contract(open: (place: number) => Target): void {
  for (const [place, { name, run }] of TARGET_CONTRACT.entries()) it(name, () => run(open(place)));
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
  ['lighttpd', startLighttpd],
])('WebDAV by %s', (_, start) => {
  let server: WebdavServer;
  beforeAll(async () => {
    server = await start();
  });
  afterAll(() => server.stop());
  contract(place => {
    const folder = path.join(server.files, `第${place}处`);
    mkdirSync(folder);
    // Apache writes as another user than the one that tests run as.
    chmodSync(folder, 0o777);
    return webdavTarget({
      address: `${server.url}${encodeURIComponent(`第${place}处`)}`,
      user: USER,
      password: PASSWORD,
      fetch,
      now: Date.now,
      budget: requestBudget({ now: Date.now, limit: 10_000 }),
    });
  });
});
