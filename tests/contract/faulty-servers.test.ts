import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { AppError } from '../../lib/model/app-error';
import { findProjects } from '../../lib/sync/find-projects';
import type { SyncOptions } from '../../lib/sync/sync-report';
import { synchronise } from '../../lib/sync/synchronise';
import { requestBudget } from '../../lib/sync/targets/request-budget';
import { webdavTarget } from '../../lib/sync/targets/webdav';
import { type FaultProxy, type ProxyFault, startFaultProxy } from '../fixtures/sync/fault-proxy';
import { memorySyncStore } from '../fixtures/sync/memory-sync-store';
import { op } from '../fixtures/sync/ops';
import { PASSWORD, startApache, startRclone, USER, type WebdavServer } from '../fixtures/sync/webdav-servers';

const FAULTS: [string, ProxyFault, RegExp][] = [
  ['dropped connections', { kind: 'drop' }, /sync-unreachable/],
  ['500', { kind: 'status', status: 500 }, /sync-server-trouble/],
  ['423', { kind: 'status', status: 423 }, /sync-locked/],
  ['507', { kind: 'status', status: 507 }, /sync-target-full/],
  ['uploads that break half-way', { kind: 'cut-upload' }, /sync-unreachable/],
  ['answers that never come', { kind: 'lost-answer' }, /sync-unreachable/],
  ['downloads that break half-way', { kind: 'cut-download' }, /sync-unreachable/],
  ['listings of yesterday', { kind: 'stale-listing' }, /none/],
];

describe.each([
  ['Apache mod_dav', startApache],
  ['rclone', startRclone],
])('two PCs over %s', (_, start) => {
  let server: WebdavServer;
  let proxy: FaultProxy;
  let count = 0;
  beforeAll(async () => {
    server = await start();
    proxy = await startFaultProxy(server.url);
  });
  afterAll(async () => {
    await proxy.stop();
    await server.stop();
  });
  beforeEach(() => {
    count++;
    proxy.done.clear();
  });

  function pc(replica: string, address = proxy.url) {
    const now = () => Date.UTC(2023, 5, 1);
    const store = memorySyncStore({ replica, now });
    const budget = requestBudget({ now, limit: 100_000 });
    const target = webdavTarget({ address, user: USER, password: PASSWORD, fetch, budget, now });
    const options = { project: `campaign-${count}`, actor: '李', target, remote: 'r', store, now };
    return { store, target, sync: (more: Partial<SyncOptions> = {}) => synchronise({ ...options, ...more }) };
  }

  it.each(FAULTS)('lose nothing by %s, and go on by themselves', async (_, fault, code) => {
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.store.write(op('aaaaaaaa', '甲'));
    await a.sync();
    await b.sync();
    // Every third request goes wrong, shifted by one each time.
    let place = 0;
    proxy.fault = () => (place++ % 3 === 1 ? fault : null);
    const codes = new Set<string>();
    for (let round = 0; round < 6; round++) {
      a.store.write(op('aaaaaaaa', `甲${round}`));
      b.store.write(op('bbbbbbbb', `乙${round}`));
      for (const one of [a, b]) {
        try {
          await one.sync({ isFull: round % 2 === 1 });
        } catch (thrown) {
          codes.add(thrown instanceof AppError ? thrown.code : String(thrown));
        }
      }
    }
    for (const met of codes) expect(met).toMatch(code);
    expect(proxy.done.get(fault.kind)).toBeGreaterThan(0);

    proxy.fault = () => null;
    for (const one of [a, b, a]) await one.sync({ isFull: true });
    expect(a.store.log.size).toBe(13);
    expect(b.store.log.size).toBe(13);
    expect((await a.sync()).requests).toBe(1);
    const fresh = pc('cccccccc', server.url);
    await fresh.sync();
    expect(fresh.store.log.size).toBe(13);
    expect(await findProjects(fresh.target)).toContain(`campaign-${count}`);
  });
});
