import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { FieldState, JournalState } from '../../../lib/model/field-state';
import type { Store } from '../../../lib/store/open-store';
import { op } from '../../fixtures/sync/ops';
import { onRaw, readTables, writeTables } from './raw';
import { item, newProfile, openTab, type Profile, parkCampaign, until } from './test-store';

const ACTOR = '张三';
/** More fields than are read one by one. */
const FIELDS = 320;

let profile: Profile;
let store: Store;
let campaign: string;

beforeEach(async () => {
  profile = newProfile();
  store = await openTab(profile);
  campaign = (await store.campaigns.create(parkCampaign)).id;
  const ops = Array.from({ length: FIELDS }, (_, n) => op('abcd1234', `第${n}次检查`, { entity: item(`1.${n}`) }));
  await store.journal(campaign).merge(ops);
});

/** The fields as a tab that is opened now is told them first. */
async function opened(): Promise<JournalState> {
  const tab = await openTab(profile);
  let told: JournalState | null = null;
  tab.journal(campaign).watch(
    state => {
      told ??= state;
    },
    { signal: new AbortController().signal },
  );
  await until(() => told !== null);
  tab.close();
  return told!;
}

/** A tab that stays until it has kept what it saw. */
async function kept(): Promise<void> {
  const before = await copyOf();
  store.journal(campaign).watch(() => {}, { signal: new AbortController().signal });
  for (const end = Date.now() + 30_000; Date.now() < end; ) {
    const now = await copyOf();
    if (now && now.seen !== before?.seen) return;
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  throw new Error('nothing was kept');
}

type Copy = { key: string; seen: number; heads: Uint8Array };
const copyOf = async (): Promise<Copy | undefined> => {
  const { meta = [] } = await readTables(profile);
  return (meta as Copy[]).find(({ key }) => key === 'state');
};
const sorted = (state: JournalState): FieldState[] =>
  [...state].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, field]) => field);
const change = (code: string, value: string) => ({ entity: item(code), field: 'completion', value });

describe('the copy of all fields', () => {
  it('is what a tab opened later is shown, with what came since', async () => {
    await kept();
    const before = await store.journal(campaign).state();
    await onRaw(profile, database => {
      database.transaction('cells', 'readwrite').objectStore('cells').clear();
    });
    expect(sorted(await opened())).toEqual(sorted(before));
    await store.journal(campaign).apply([change('1.7', '后来')], { actor: ACTOR });
    const then = (await opened()).get([...before.keys()].find(key => key.endsWith('1.7.completion'))!);
    expect(then?.heads[0]?.value).toBe('后来');
  });

  it('is not used once edits came or went by other ways than the end of the log', async () => {
    await kept();
    const segments = store.segments(campaign);
    await segments.take([], [op('beef0001', '同事写的', { entity: item('1.3') })]);
    expect(sorted(await opened())).toEqual(sorted(await store.journal(campaign).state()));
  });

  it('is left aside when damaged', async () => {
    await kept();
    await writeTables(profile, { meta: [{ ...(await copyOf()), heads: new Uint8Array(3) }] });
    expect((await opened()).size).toBe(FIELDS);
  });

  it('goes with its campaign', async () => {
    await kept();
    await store.campaigns.remove(campaign, { confirmed: true });
    expect(await copyOf()).toBeUndefined();
  });

  it('says the same as the cells, whatever happened in between', async () => {
    await kept();
    const step = fc.oneof(
      fc.tuple(fc.constant('edit'), fc.nat(FIELDS + 5)),
      fc.tuple(fc.constant('take'), fc.nat(FIELDS + 5)),
      fc.tuple(fc.constantFrom('seal', 'undo'), fc.constant(0)),
    );
    const journal = store.journal(campaign);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 5 }), async steps => {
        for (const [what, n] of steps) {
          const segments = store.segments(campaign);
          if (what === 'edit') await journal.apply([change(`1.${n}`, `写${n}`)], { actor: ACTOR });
          if (what === 'take') await segments.take([], [op('beef0001', `来${n}`, { entity: item(`1.${n}`) })]);
          if (what === 'undo') await journal.undo(ACTOR);
          if (what === 'seal') {
            const ids = (await segments.unsealed()).map(({ id }) => id);
            await segments.seal({ name: `s-${ids[0]}`, size: 1, header: {}, parked: null }, new Uint8Array(1), ids);
          }
        }
        expect(sorted(await opened())).toEqual(sorted(await journal.state()));
      }),
      { numRuns: 12 },
    );
  });
});
