import { IDBObjectStore } from 'fake-indexeddb';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { OpEnvelope } from '../../../lib/model/op';
import type { Store } from '../../../lib/store/open-store';
import { onRaw } from './raw';
import { item, newProfile, openTab, type Profile, parkCampaign } from './test-store';

const RUNS = Number(process.env.FC_RUNS ?? 3);
const SEED = Number(process.env.FC_SEED ?? Math.floor(Math.random() * 2 ** 31));
/** Three months; a year shows nothing else and takes longer. */
const DAYS = 100;
const ACTOR = '张三';
const BYTES = new Uint8Array([1]);
const header = (name: string) => ({ name, size: 1, header: { v: 1 }, parked: null });

const edit = (store: Store, campaign: string, value: string) =>
  store.journal(campaign).apply([{ entity: item('1.1'), field: 'completion', value }], { actor: ACTOR });

async function seal(store: Store, campaign: string, name: string): Promise<void> {
  const segments = store.segments(campaign);
  await segments.seal(
    header(name),
    BYTES,
    (await segments.unsealed()).map(({ id }) => id),
  );
}

/** As a colleague's file brings it. */
const arrived = (number: number): OpEnvelope => ({
  id: (0xc0 * 2 ** 40 + number).toString(16).padStart(32, '0'),
  replica: 'c0ffee01',
  hlc: { time: 1_700_000_000_000 + number, count: 0 },
  actor: '李四',
  entity: item('2.1'),
  field: 'completion',
  value: `同事写的 ${number}`,
  parents: [],
  laterKey: { kept: number },
});

const logOf = async (store: Store, campaign: string) => JSON.stringify(await store.journal(campaign).log());

const blocksOf = (profile: Profile): Promise<{ count: number; replaces?: number[] }[]> =>
  onRaw(
    profile,
    database =>
      new Promise((resolve, reject) => {
        const request = database.transaction('blocks').objectStore('blocks').getAll();
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      }),
  );

/** Where the joining breaks off: as it takes out the old blocks, or as it puts in the new one. */
type Break = 'none' | 'delete' | 'add';

function breakJoining(at: () => Break): void {
  const broken = (original: (...parameters: never[]) => unknown, when: (value: unknown) => boolean) =>
    function (this: IDBObjectStore, ...parameters: never[]) {
      const request = original.apply(this, parameters);
      if (this.name !== 'blocks' || !when(parameters[0])) return request;
      const transaction = this.transaction as unknown as { _abort(error: string): void; _state: string };
      queueMicrotask(() => transaction._state !== 'finished' && transaction._abort('QuotaExceededError'));
      return request;
    };
  const { add, delete: remove } = IDBObjectStore.prototype;
  const isJoined = (value: unknown) => at() === 'add' && (value as { replaces?: unknown }).replaces !== undefined;
  vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(broken(add, isJoined) as typeof add);
  vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(
    broken(remove, () => at() === 'delete') as typeof remove,
  );
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('small blocks of the log', () => {
  it('of daily syncs are some dozens in the end, and every record is as it was', async () => {
    const profile = newProfile();
    const store = await openTab(profile);
    const { id } = await store.campaigns.create(parkCampaign);
    const written: unknown[] = [];
    for (let day = 0; day < DAYS; day++) {
      for (let n = 0; n < 3; n++) written.push(...(await edit(store, id, `第${day}天 ${n}`)));
      await seal(store, id, `s-${day}`);
    }
    const blocks = await blocksOf(profile);
    expect(blocks.length).toBeLessThan(40);
    expect(blocks.reduce((sum, { count }) => sum + count, 0)).toBe(DAYS * 3);
    expect(store.troubles).toEqual([]);
    // The tab that has followed from the first day on, and one that reads all of it now.
    for (const tab of [store, await openTab(profile)]) expect(await logOf(tab, id)).toBe(JSON.stringify(written));
    await store.journal(id).undo(ACTOR);
    const { heads } = [...(await store.journal(id).state()).values()][0]!;
    expect(heads.map(({ value }) => value)).toEqual(['第99天 1']);
  });

  it('are joined beside what another tab does at the same time, or not at all', async () => {
    const profile = newProfile();
    const [one, other] = [await openTab(profile), await openTab(profile)];
    const { id } = await one.campaigns.create(parkCampaign);
    for (let day = 0; day < 31; day++) {
      await edit(one, id, `${day}`);
      await seal(one, id, `s-${day}`);
    }
    await other.journal(id).log();
    await edit(one, id, '同时');
    const [, , report] = await Promise.all([
      seal(one, id, 's-31'),
      edit(other, id, '另一页'),
      other.segments(id).take([{ segment: header('s-c0'), bytes: BYTES }], [arrived(1)]),
    ]);
    expect(report.added).toBe(1);
    await seal(one, id, 's-32');
    const log = await logOf(await openTab(profile), id);
    expect(JSON.parse(log)).toHaveLength(34);
    for (const tab of [one, other])
      expect(new Set(JSON.parse(await logOf(tab, id)).map(JSON.stringify))).toEqual(
        new Set(JSON.parse(log).map(JSON.stringify)),
      );
    const blocks = await blocksOf(profile);
    expect(blocks.length).toBeLessThan(5);
    // Joined by one of the two, not by both.
    expect(blocks.reduce((sum, { count }) => sum + count, 0)).toBe(34);
  });
});

const step = fc.record({
  edits: fc.integer({ min: 0, max: 3 }),
  comes: fc.boolean(),
  breaks: fc.constantFrom<Break>('none', 'none', 'delete', 'add'),
  /** Which tab does it, and whether the other one reads the log in between. */
  tab: fc.nat(1),
  reads: fc.boolean(),
});

describe(`joining, broken off anywhere (seed ${SEED}; set FC_SEED to repeat)`, () => {
  it('leaves every record byte for byte, in its order, in every tab', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 34, maxLength: 70 }), async steps => {
        let breaks: Break = 'none';
        breakJoining(() => breaks);
        const profile = newProfile();
        const tabs = [await openTab(profile), await openTab(profile)];
        const { id } = await tabs[0]!.campaigns.create(parkCampaign);
        const expected: unknown[] = [];
        for (const [at, { edits, comes, tab, reads, ...now }] of steps.entries()) {
          const store = tabs[tab]!;
          for (let n = 0; n < edits; n++) expected.push(...(await edit(store, id, `${at} ${n}`)));
          if (reads) await tabs[1 - tab]!.journal(id).log();
          breaks = now.breaks;
          await seal(store, id, `s-${at}`);
          if (comes) {
            await store.segments(id).take([{ segment: header(`c-${at}`), bytes: BYTES }], [arrived(at)]);
            expected.push(arrived(at));
          }
        }
        breaks = 'none';
        for (const store of [...tabs, await openTab(profile)])
          expect(await logOf(store, id)).toBe(JSON.stringify(expected));
        vi.restoreAllMocks();
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });
});
