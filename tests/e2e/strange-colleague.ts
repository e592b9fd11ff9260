import { synchronise } from '../../lib/sync/synchronise';
import type { Target } from '../../lib/sync/target';
import { requestBudget } from '../../lib/sync/targets/request-budget';
import { webdavTarget } from '../../lib/sync/targets/webdav';
import { memorySyncStore } from '../fixtures/sync/memory-sync-store';
import { asChanged } from '../fixtures/sync/newer-file';
import { op } from '../fixtures/sync/ops';
import { PASSWORD, USER, type WebdavServer } from '../fixtures/sync/webdav-servers';

interface Strange {
  /** Its label; that of another PC makes it a copy of that one's profile. */
  replica: string;
  /** Milliseconds that its clock is ahead. */
  ahead?: number;
  /** Writes files of a format that is not known yet. */
  isNewer?: boolean;
}

/** One more PC at the server, without a browser: it exchanges one edit about nothing that anybody looks at. */
export async function strangeColleague(
  server: WebdavServer,
  project: string,
  { replica, ahead = 0, isNewer = false }: Strange,
): Promise<void> {
  const now = () => Date.now() + ahead;
  const store = memorySyncStore({ replica, now });
  const time = { time: now(), count: 0 };
  store.write(
    op(replica, '甲', { id: crypto.randomUUID().replaceAll('-', ''), entity: `strange:${replica}`, hlc: time }),
  );
  const budget = requestBudget({ now });
  const real = webdavTarget({ address: server.url, user: USER, password: PASSWORD, fetch, budget, now });
  const target: Target = {
    ...real,
    put(name, bytes, call) {
      const [named, written] =
        isNewer && name.endsWith('.pal') ? asChanged(name, bytes, '"v":1,', '"v":9,') : [name, bytes];
      return real.put(named, written, call);
    },
  };
  // Gives only: what it would read is of no interest, and its own label would be told to be taken.
  await synchronise({ project, actor: '外人', target, remote: 'r', store, now, direction: 'give', isFull: true });
}
