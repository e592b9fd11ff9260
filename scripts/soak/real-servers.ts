import { AppError } from '../../lib/model/app-error';
import type { SyncOptions, SyncReport } from '../../lib/sync/sync-report';
import { synchronise } from '../../lib/sync/synchronise';
import { requestBudget } from '../../lib/sync/targets/request-budget';
import { webdavTarget } from '../../lib/sync/targets/webdav';
import { type FaultProxy, startFaultProxy } from '../../tests/fixtures/sync/fault-proxy';
import { type MemorySyncStore, memorySyncStore } from '../../tests/fixtures/sync/memory-sync-store';
import { op } from '../../tests/fixtures/sync/ops';
import { PASSWORD, startApache, startLighttpd, startRclone, USER } from '../../tests/fixtures/sync/webdav-servers';

const REPLICAS = 31;
const DAYS = 8;
const DAY = 24 * 60 * 60 * 1000;
/** Of uploads; makes 40 and more broken ones in a run. */
const CUT_SHARE = 0.2;

interface Pc {
  store: MemorySyncStore;
  sync(address: string, more?: Partial<SyncOptions>): Promise<SyncReport>;
}

/** 31 PCs work for 8 days through lines that break, on each of the real servers. @returns whether nothing was lost. */
export async function realServers(): Promise<boolean> {
  let isSound = true;
  for (const start of [startApache, startRclone, startLighttpd]) {
    const server = await start();
    const proxy = await startFaultProxy(server.url);
    try {
      isSound = (await workThrough(server.name, server.url, proxy)) && isSound;
    } finally {
      await proxy.stop();
      await server.stop();
    }
  }
  return isSound;
}

async function workThrough(name: string, direct: string, proxy: FaultProxy): Promise<boolean> {
  let time = Date.UTC(2023, 5, 1);
  const now = () => time;
  const pcs = Array.from({ length: REPLICAS }, (_, place) => pc((place + 1).toString(16).padStart(8, '0'), now));
  let uploads = 0;
  proxy.fault = ({ method, url }) => {
    if (method === 'PUT' && url.includes('.pal') && uploads++ % Math.round(1 / CUT_SHARE) === 1)
      return { kind: 'cut-upload' };
    return Math.random() < 0.01 ? { kind: Math.random() < 0.5 ? 'drop' : 'lost-answer' } : null;
  };
  let written = 0;
  let failed = 0;
  for (let day = 0; day < DAYS; day++) {
    for (const [place, { store, sync }] of pcs.entries()) {
      time += DAY / REPLICAS;
      for (let edit = 0; edit < 1 + ((day + place) % 3); edit++, written++)
        store.write(op(store.label, `${day}-${place}`));
      try {
        await sync(proxy.url);
      } catch (thrown) {
        if (!(thrown instanceof AppError)) throw thrown;
        failed++;
      }
    }
  }
  proxy.fault = () => null;
  for (let round = 0; round < 3; round++) for (const { sync } of pcs) await sync(direct, { isFull: true });
  const fresh = pc('ffffffff', now);
  await fresh.sync(direct, { direction: 'take' });
  const lost = [...pcs, fresh].reduce((sum, { store }) => sum + written - store.log.size, 0);
  const states = new Set([...pcs, fresh].map(({ store }) => [...store.log.keys()].sort().join()));
  const idle = Math.max(...(await Promise.all(pcs.map(async ({ sync }) => (await sync(direct)).requests))));
  const cuts = proxy.done.get('cut-upload') ?? 0;
  console.log(
    `${name}: ${REPLICAS} replicas × ${DAYS} days, ${written} edits, ${cuts} cut uploads, ${failed} syncs broken off: ` +
      `lost ${lost}, diverged ${states.size - 1}, idle = ${idle} request`,
  );
  return lost === 0 && states.size === 1 && idle === 1 && cuts >= 40;
}

function pc(replica: string, now: () => number): Pc {
  const store = memorySyncStore({ replica, now });
  const budget = requestBudget({ now, limit: 1_000_000 });
  return {
    store,
    sync(address, more = {}) {
      const target = webdavTarget({ address, user: USER, password: PASSWORD, fetch, budget, now });
      return synchronise({ project: 'soak', actor: replica, target, remote: 'r', store, now, ...more });
    },
  };
}
