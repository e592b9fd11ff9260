import { beforeEach, describe, expect, it } from 'vitest';
import type { CampaignJournal } from '../../../lib/model/campaign-journal';
import { currentValue, fieldKey, inConflict, type JournalState } from '../../../lib/model/field-state';
import type { Op } from '../../../lib/model/op';
import type { Store } from '../../../lib/store/open-store';
import type { Segment } from '../../../lib/store/segments';
import { item, newProfile, openTab, type Profile, parkCampaign, until } from './test-store';

const ACTOR = '张三';
const change = (code: string, value: string | null) => ({ entity: item(code), field: 'completion', value });
const textOf = (state: JournalState, code: string) => currentValue(state.get(fieldKey(item(code), 'completion')));
const segment = (name: string): Segment => ({ name, size: 3, header: { v: 1 }, parked: null });
const BYTES = new Uint8Array([1, 2, 3]);

let profile: Profile;
let store: Store;
let campaign: string;
let journal: CampaignJournal;

beforeEach(async () => {
  profile = newProfile();
  store = await openTab(profile);
  campaign = (await store.campaigns.create(parkCampaign)).id;
  journal = store.journal(campaign);
});

async function sealAll(name = 's-1'): Promise<string[]> {
  const segments = store.segments(campaign);
  const ids = (await segments.unsealed()).map(op => op.id);
  await segments.seal(segment(name), BYTES, ids);
  return ids;
}

/** Edits of another PC that began with what is here now. */
async function elsewhere(): Promise<CampaignJournal> {
  const other = await openTab(newProfile());
  await other.restore(await store.backup());
  return other.journal(campaign);
}

describe('sealed edits', () => {
  it('stay in state, log, history and undo, also for a tab opened later', async () => {
    for (const value of ['一', '二', '三']) await journal.apply([change('1.1', value)], { actor: ACTOR });
    const before = await journal.log();
    await sealAll();
    expect(await store.segments(campaign).unsealed()).toEqual([]);
    const later = (await openTab(profile)).journal(campaign);
    expect(await later.log()).toEqual(before);
    expect((await later.history(item('1.1'), 'completion')).map(entry => entry.after)).toEqual(['一', '二', '三']);
    await later.undo(ACTOR);
    expect(textOf(await journal.state(), '1.1')).toBe('二');
    await journal.redo(ACTOR);
    expect(textOf(await later.state(), '1.1')).toBe('三');
  });

  it('are walked back past what is not sealed yet', async () => {
    await journal.apply([change('1.1', '封存')], { actor: ACTOR });
    await sealAll();
    await journal.apply([change('1.1', '未封存')], { actor: ACTOR });
    for (const expected of ['封存', undefined]) {
      await journal.undo(ACTOR);
      expect(textOf(await journal.state(), '1.1')).toBe(expected);
    }
    expect(await journal.canUndo(ACTOR)).toBe(false);
  });

  it('give the same cells when these are made anew from the log', async () => {
    await journal.apply([change('1.1', '甲'), change('1.2', '乙')], { actor: ACTOR });
    await sealAll();
    await journal.apply([change('1.2', '丙')], { actor: ACTOR });
    const before = await journal.state();
    const { onRaw } = await import('./raw');
    await onRaw(profile, database => {
      database.transaction('cells', 'readwrite').objectStore('cells').put({ campaign, entity: '坏', field: '坏' });
    });
    expect(await (await openTab(profile)).journal(campaign).state()).toEqual(before);
  });

  it('that another tab was about to hear of are not missed', async () => {
    const second = (await openTab(profile)).journal(campaign);
    const seen: JournalState[] = [];
    second.watch(state => seen.push(state), { signal: new AbortController().signal });
    await until(() => seen.length === 1);
    await journal.apply([change('1.1', '甲')], { actor: ACTOR });
    await sealAll();
    await journal.apply([change('1.2', '乙')], { actor: ACTOR });
    await until(() => textOf(seen[seen.length - 1]!, '1.2') === '乙');
    expect(textOf(seen[seen.length - 1]!, '1.1')).toBe('甲');
  });

  it('keep the bytes that travel until a pack holds the same', async () => {
    await journal.apply([change('1.1', '甲')], { actor: ACTOR });
    await sealAll();
    const segments = store.segments(campaign);
    expect(await segments.bytesOf('s-1')).toEqual(BYTES);
    await segments.keepPack(segment('p-1'), new Uint8Array([9]), ['s-1']);
    expect([await segments.bytesOf('s-1'), await segments.bytesOf('p-1')]).toEqual([null, new Uint8Array([9])]);
    expect((await segments.list()).map(({ name }) => name)).toEqual(['p-1', 's-1']);
  });
});

describe('a segment of another PC', () => {
  it('is one step: log, state and file; watched fields are told; nothing has to be sealed for it', async () => {
    await journal.apply([change('1.1', '3次')], { actor: ACTOR });
    const other = await elsewhere();
    await journal.apply([change('1.1', '4次')], { actor: ACTOR });
    await other.apply([change('1.1', '5次'), change('1.2', '新')], { actor: '李四' });
    const seen: ReadonlySet<string>[] = [];
    journal.watch((_, changed) => seen.push(changed), { signal: new AbortController().signal });
    await until(() => seen.length === 1);
    const unsealed = (await store.segments(campaign).unsealed()).length;
    const report = await store.segments(campaign).take([{ segment: segment('s-b'), bytes: BYTES }], await other.log());
    expect(report).toMatchObject({ added: 2, refused: 0 });
    await until(() => seen.length === 2);
    expect([...seen[1]!].sort()).toEqual(['1.1', '1.2'].map(code => fieldKey(item(code), 'completion')).sort());
    const state = await journal.state();
    expect(inConflict(state.get(fieldKey(item('1.1'), 'completion')))).toBe(true);
    expect((await store.segments(campaign).unsealed()).length).toBe(unsealed);
    expect(await store.segments(campaign).bytesOf('s-b')).toEqual(BYTES);
  });

  it('taken twice, or by two tabs at once, adds nothing twice', async () => {
    const other = await elsewhere();
    await other.apply([change('1.1', '甲'), change('1.2', '乙')], { actor: '李四' });
    const log = await other.log();
    const second = await openTab(profile);
    const taken = [store, second, store].map(tab =>
      tab.segments(campaign).take([{ segment: segment('s-b'), bytes: BYTES }], log),
    );
    const added = (await Promise.all(taken)).map(report => report.added);
    expect(added.sort()).toEqual([0, 0, 2]);
    expect(await journal.log()).toHaveLength(2);
  });

  it('of thousands of edits is folded as op by op, whatever their order', async () => {
    const other = await elsewhere();
    for (let round = 0; round < 12; round++) {
      await other.apply(
        Array.from({ length: 60 }, (_, n) => change(`1.${n}`, `第${round}轮`)),
        { actor: '李四' },
      );
    }
    const log = (await other.log()) as Op[];
    await journal.merge([...log].reverse());
    expect([...(await journal.state()).values()]).toEqual([...(await other.state()).values()]);
    expect((await store.segments(campaign).unsealed()).length).toBe(log.length);
  });
});

describe('a backup', () => {
  it('carries the files of the log, so that they need not be sealed again', async () => {
    await journal.apply([change('1.1', '封存')], { actor: ACTOR });
    await sealAll();
    await journal.apply([change('1.2', '未封存')], { actor: ACTOR });
    const other = await openTab(newProfile());
    await other.restore(await store.backup());
    expect((await other.segments(campaign).unsealed()).map(op => op.value)).toEqual(['未封存']);
    expect(await other.segments(campaign).bytesOf('s-1')).toEqual(BYTES);
    expect(await other.journal(campaign).log()).toEqual(await journal.log());
    await other.restore(await store.backup());
    expect(await other.journal(campaign).log()).toEqual(await journal.log());
  });
});
