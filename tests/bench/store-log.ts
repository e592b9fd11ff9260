import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { openStore } from '../../lib/store/open-store';
import { cpuTime } from '../fixtures/cpu-time';
import { editsOfYears } from './edits';
import type { Goal } from './goal';
import { milliseconds } from './report';

const OPS = 100_000;

/** A log of 100,000 edits taken in, opened, edited and looked up; the database in memory: what our code costs. */
export async function measureStore(): Promise<Goal[]> {
  const profile = { indexedDB: new IDBFactory(), IDBKeyRange };
  const store = await openStore(profile);
  const about = { name: '平安单位创建', year: 2023, unit: null, fileName: '表.xlsx', kind: 'xlsx' };
  const { id } = await store.campaigns.create({ ...about, bytes: new Uint8Array([1]) });
  const records = editsOfYears(OPS);
  const segment = { name: 's-1', size: 1, header: {}, parked: null };
  const taken = await cpuTime(() => store.segments(id).take([{ segment, bytes: new Uint8Array(1) }], records));
  const later = await openStore(profile);
  const journal = later.journal(id);
  const [entity, field] = ['indicator:表#0:1', 'note'];
  const opened = await cpuTime(() => journal.state());
  const edited = await cpuTime(() => journal.apply([{ entity, field, value: '新' }], { actor: '李明' }));
  const unpacked = await cpuTime(() => journal.history(entity, field));
  store.close();
  later.close();
  const goal = (text: string, cpu: number, bar: number): Goal => ({
    text: `${text}: ${milliseconds(bar)} ms of CPU at most`,
    reached: cpu <= bar,
    figures: `${milliseconds(cpu)} ms`,
  });
  return [
    goal(`${OPS} edits of other PCs taken in`, taken, 5_000),
    goal('the fields of that campaign read', opened, 300),
    goal('one more edit, on disk', edited, 50),
    goal('its whole log unpacked, for the first history or undo', unpacked, 3_000),
  ];
}
