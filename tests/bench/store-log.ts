import 'fake-indexeddb/auto';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { randomId } from '../../lib/model/random-id';
import { openStore } from '../../lib/store/open-store';

const OPS = 100_000;
/** 15 to 700 indicators are what tables have; three fields of each. */
const INDICATORS = 700;
const FIELDS = ['completion', 'selfScore', 'note'];

export interface StoreFigure {
  text: string;
  /** CPU milliseconds, the database in memory: what our code costs. */
  cpu: number;
  bar: number;
}

/** A log of 100,000 edits taken in, opened, edited and looked up. */
export async function measureStore(): Promise<StoreFigure[]> {
  const profile = { indexedDB: new IDBFactory(), IDBKeyRange };
  const store = await openStore(profile);
  const about = { name: '平安单位创建', year: 2023, unit: null, fileName: '表.xlsx', kind: 'xlsx' };
  const { id } = await store.campaigns.create({ ...about, bytes: new Uint8Array([1]) });
  const records = edits();
  const segment = { name: 's-1', size: 1, header: {}, parked: null };
  const take = () => store.segments(id).take([{ segment, bytes: new Uint8Array(1) }], records);
  const taken = await cpuOf(take);
  const later = await openStore(profile);
  const journal = later.journal(id);
  const [entity, field] = ['indicator:表#0:1', 'note'];
  const opened = await cpuOf(() => journal.state());
  const edited = await cpuOf(() => journal.apply([{ entity, field, value: '新' }], { actor: '李明' }));
  const unpacked = await cpuOf(() => journal.history(entity, field));
  store.close();
  later.close();
  return [
    { text: `${OPS} edits of other PCs taken in`, cpu: taken, bar: 5_000 },
    { text: `that campaign's fields read, for the first paint`, cpu: opened, bar: 300 },
    { text: 'one more edit, on disk', cpu: edited, bar: 50 },
    { text: 'its whole log unpacked, for the first history or undo', cpu: unpacked, bar: 3_000 },
  ];
}

function edits() {
  const last = new Map<string, string>();
  return Array.from({ length: OPS }, (_, n) => {
    const entity = `indicator:表#0:${n % INDICATORS}`;
    const field = FIELDS[n % FIELDS.length]!;
    const before = last.get(entity + field);
    const id = randomId();
    last.set(entity + field, id);
    const hlc = { time: 1_700_000_000_000 + n * 1_000, count: 0 };
    const value = `已开展宣传${n}次，台账齐全，资料归档。`;
    return {
      id,
      replica: 'abcd1234',
      hlc,
      actor: '李明（综合科）',
      entity,
      field,
      value,
      parents: before ? [before] : [],
    };
  });
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
