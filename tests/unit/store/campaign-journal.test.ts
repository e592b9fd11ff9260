import { beforeEach, describe, expect, it } from 'vitest';
import type { CampaignJournal } from '../../../lib/model/campaign-journal';
import { currentValue, fieldKey, inConflict, type JournalState } from '../../../lib/model/field-state';
import { codeOf, item, newProfile, openTab, type Profile, parkCampaign, until } from './test-store';

const ACTOR = '张三';
const change = (code: string, field: string, value: string | number | null | undefined) => ({
  entity: item(code),
  field,
  value,
});
const valueIn = (state: JournalState, code: string, field: string) =>
  currentValue(state.get(fieldKey(item(code), field)));

let profile: Profile;
let campaign: string;
let journal: CampaignJournal;

beforeEach(async () => {
  profile = newProfile();
  const store = await openTab(profile);
  campaign = (await store.campaigns.create(parkCampaign)).id;
  journal = store.journal(campaign);
});

describe('an edit', () => {
  it('is in the state, in the history and in the log, also for a store opened later', async () => {
    const [op] = await journal.apply([change('2.3', 'completion', '已建立台账')], { actor: ACTOR, source: 'table' });
    const later = (await openTab(profile)).journal(campaign);
    expect(valueIn(await later.state(), '2.3', 'completion')).toBe('已建立台账');
    expect(await later.log()).toEqual([op]);
    expect(await later.history(item('2.3'), 'completion')).toEqual([
      { op, before: [undefined], after: '已建立台账', current: true },
    ]);
    expect(op).toMatchObject({ actor: ACTOR, source: 'table', parents: [] });
  });

  it('that says what the field says already leaves no trace', async () => {
    await journal.apply([change('1.1', 'selfScore', 4)], { actor: ACTOR });
    expect(await journal.apply([change('1.1', 'selfScore', 4)], { actor: ACTOR })).toEqual([]);
    expect(await journal.log()).toHaveLength(1);
  });

  it('can empty a field, which is not the same as going back to the workbook', async () => {
    await journal.apply([change('1.1', 'completion', '甲')], { actor: ACTOR });
    await journal.apply([change('1.1', 'completion', null)], { actor: ACTOR });
    expect(valueIn(await journal.state(), '1.1', 'completion')).toBeNull();
    await journal.apply([change('1.1', 'completion', undefined)], { actor: ACTOR });
    expect(valueIn(await journal.state(), '1.1', 'completion')).toBeUndefined();
  });

  it('that could not be read back is refused before anything is written', async () => {
    const ops = journal.apply([change('1.1', 'completion', '甲'), change('1.1', 'selfScore', Number.NaN)], {
      actor: ACTOR,
    });
    expect(await codeOf(ops)).toBe('unexpected');
    expect(await journal.log()).toEqual([]);
    expect((await journal.state()).size).toBe(0);
  });

  it('to a campaign that another tab removed is refused in words', async () => {
    const other = await openTab(profile);
    await other.campaigns.remove(campaign, { confirmed: true });
    expect(await codeOf(journal.apply([change('1.1', 'completion', '甲')], { actor: ACTOR }))).toBe('campaign-gone');
  });

  it('dates its campaign', async () => {
    const store = await openTab(profile, { now: () => 4_000_000_000_000 });
    await store.journal(campaign).apply([change('1.1', 'completion', '甲')], { actor: ACTOR });
    expect((await store.campaigns.get(campaign))?.updatedAt).toBe(4_000_000_000_000);
  });

  it('sent without waiting for the one before still follows it', async () => {
    const sent = Array.from({ length: 50 }, (_, n) =>
      journal.apply([change('1.1', 'completion', `第${n}字`)], { actor: ACTOR }),
    );
    await Promise.all(sent);
    const state = (await journal.state()).get(fieldKey(item('1.1'), 'completion'));
    expect(currentValue(state)).toBe('第49字');
    expect(inConflict(state)).toBe(false);
    expect(await journal.log()).toHaveLength(50);
  });
});

describe('two tabs', () => {
  it('editing one field in turn make no conflict', async () => {
    const second = (await openTab(profile)).journal(campaign);
    for (const [n, tab] of [journal, second, journal, second].entries()) {
      await tab.apply([change('1.1', 'completion', `${n}`)], { actor: ACTOR });
    }
    const state = await journal.state();
    expect(inConflict(state.get(fieldKey(item('1.1'), 'completion')))).toBe(false);
    expect(valueIn(state, '1.1', 'completion')).toBe('3');
    expect((await second.history(item('1.1'), 'completion')).map(entry => entry.after)).toEqual(['0', '1', '2', '3']);
  });

  it('editing at the same moment lose nothing of each other', async () => {
    const second = (await openTab(profile)).journal(campaign);
    await Promise.all(
      Array.from({ length: 40 }, (_, n) =>
        (n % 2 ? journal : second).apply([change(`1.${n % 5}`, 'completion', `值${n}`)], { actor: ACTOR }),
      ),
    );
    const values = (await journal.log()).map(op => (op as { value: string }).value);
    expect(new Set(values).size).toBe(40);
    for (const state of (await second.state()).values()) expect(state.heads).toHaveLength(1);
  });

  it('see each other’s edits, only the changed fields as new objects', async () => {
    const second = (await openTab(profile)).journal(campaign);
    await journal.apply([change('1.1', 'completion', '甲'), change('1.2', 'completion', '乙')], { actor: ACTOR });
    const stop = new AbortController();
    const seen: { state: JournalState; changed: ReadonlySet<string> }[] = [];
    second.watch((state, changed) => seen.push({ state, changed }), { signal: stop.signal });
    await until(() => seen.length === 1);
    expect(seen[0]!.changed.size).toBe(2);
    await journal.apply([change('1.1', 'completion', '丙')], { actor: ACTOR });
    await until(() => seen.length === 2);
    const [first, then] = seen;
    expect(valueIn(then!.state, '1.1', 'completion')).toBe('丙');
    expect(valueIn(first!.state, '1.1', 'completion')).toBe('甲');
    expect([...then!.changed]).toEqual([fieldKey(item('1.1'), 'completion')]);
    const untouched = fieldKey(item('1.2'), 'completion');
    expect(then!.state.get(untouched)).toBe(first!.state.get(untouched));
    stop.abort();
    await journal.apply([change('1.1', 'completion', '丁')], { actor: ACTOR });
    await new Promise(resolve => setTimeout(resolve, 50));
    expect(seen).toHaveLength(2);
  });

  it('do not hear of other campaigns', async () => {
    const store = await openTab(profile);
    const other = await store.campaigns.create({ ...parkCampaign, name: '另一项' });
    const seen: number[] = [];
    journal.watch((_, changed) => seen.push(changed.size), { signal: new AbortController().signal });
    await until(() => seen.length === 1);
    await store.journal(other.id).apply([change('1.1', 'completion', '甲')], { actor: ACTOR });
    await journal.apply([change('1.9', 'completion', '乙')], { actor: ACTOR });
    await until(() => seen.length >= 2);
    expect(seen).toEqual([0, 1]);
    expect((await journal.state()).size).toBe(1);
  });
});

describe('undo and redo', () => {
  const text = async () => valueIn(await journal.state(), '1.1', 'completion');

  it('walk through one person’s edits, back to the workbook’s own text, and forward again', async () => {
    for (const value of ['一', '二', '三']) await journal.apply([change('1.1', 'completion', value)], { actor: ACTOR });
    const back = [];
    while (await journal.canUndo(ACTOR)) {
      await journal.undo(ACTOR);
      back.push(await text());
    }
    expect(back).toEqual(['二', '一', undefined]);
    expect(await journal.undo(ACTOR)).toEqual([]);
    const forward = [];
    while (await journal.canRedo(ACTOR)) {
      await journal.redo(ACTOR);
      forward.push(await text());
    }
    expect(forward).toEqual(['一', '二', '三']);
    expect(await journal.log()).toHaveLength(9);
  });

  it('survive closing and opening the store', async () => {
    await journal.apply([change('1.1', 'completion', '一')], { actor: ACTOR });
    const later = (await openTab(profile)).journal(campaign);
    await later.undo(ACTOR);
    expect(await text()).toBeUndefined();
    await (await openTab(profile)).journal(campaign).redo(ACTOR);
    expect(await text()).toBe('一');
  });

  it('treat a pasted block as one, also one that is longer than the first look', async () => {
    await journal.apply([change('1.1', 'completion', '先')], { actor: ACTOR });
    const block = Array.from({ length: 700 }, (_, row) => change(`1.${row}`, 'completion', `贴${row}`));
    await journal.apply(block, { actor: ACTOR, source: 'paste' });
    expect((await journal.undo(ACTOR)).length).toBe(700);
    expect(await text()).toBe('先');
    expect(valueIn(await journal.state(), '1.699', 'completion')).toBeUndefined();
    expect((await journal.redo(ACTOR)).length).toBe(700);
    expect(valueIn(await journal.state(), '1.699', 'completion')).toBe('贴699');
  });

  it('take calls in a row under one group as one', async () => {
    for (const value of ['在', '在写', '在写字']) {
      await journal.apply([change('1.1', 'completion', value)], { actor: ACTOR, group: 'typing' });
    }
    await journal.undo(ACTOR);
    expect(await text()).toBeUndefined();
  });

  it('end with a new edit', async () => {
    await journal.apply([change('1.1', 'completion', '一')], { actor: ACTOR });
    await journal.undo(ACTOR);
    await journal.apply([change('1.2', 'completion', '新')], { actor: ACTOR });
    expect(await journal.canRedo(ACTOR)).toBe(false);
  });

  it('are each person’s own', async () => {
    await journal.apply([change('1.1', 'completion', '张')], { actor: ACTOR });
    await journal.apply([change('1.2', 'completion', '李')], { actor: '李四' });
    await journal.undo(ACTOR);
    const state = await journal.state();
    expect([valueIn(state, '1.1', 'completion'), valueIn(state, '1.2', 'completion')]).toEqual([undefined, '李']);
  });

  it('leave alone what another person wrote over it', async () => {
    await journal.apply([change('1.1', 'completion', '张')], { actor: ACTOR });
    await journal.apply([change('1.1', 'completion', '李')], { actor: '李四' });
    expect(await journal.canUndo(ACTOR)).toBe(false);
    expect(await journal.undo(ACTOR)).toEqual([]);
    expect(await text()).toBe('李');
  });
});

describe('edits from elsewhere', () => {
  async function otherPc() {
    const elsewhere = newProfile();
    const store = await openTab(elsewhere);
    await store.restore(await (await openTab(profile)).backup());
    return store.journal(campaign);
  }

  it('that contradict ours are both kept and shown as a conflict, the same on both PCs', async () => {
    await journal.apply([change('1.1', 'completion', '3次')], { actor: ACTOR });
    const other = await otherPc();
    await journal.apply([change('1.1', 'completion', '4次')], { actor: ACTOR });
    await other.apply([change('1.1', 'completion', '5次')], { actor: '李四' });
    const [ours, theirs] = [await journal.log(), await other.log()];
    expect(await journal.merge(theirs)).toMatchObject({ added: 1, refused: 0, notUnderstood: 0, clocksAhead: [] });
    await other.merge(ours);
    const state = (await journal.state()).get(fieldKey(item('1.1'), 'completion'));
    expect(inConflict(state)).toBe(true);
    expect(new Set(state?.heads.map(head => head.value))).toEqual(new Set(['4次', '5次']));
    expect([...(await other.state()).values()]).toEqual([...(await journal.state()).values()]);
    expect(await journal.merge(theirs)).toMatchObject({ added: 0 });
  });

  it('may arrive before what they build on', async () => {
    const other = await otherPc();
    for (const value of ['一', '二', '三']) await other.apply([change('1.1', 'completion', value)], { actor: '李四' });
    const [first, second, third] = await other.log();
    for (const op of [third, first, second, first]) await journal.merge([op]);
    const state = (await journal.state()).get(fieldKey(item('1.1'), 'completion'));
    expect(state?.heads.map(head => head.value)).toEqual(['三']);
    expect(state?.awaited).toEqual([]);
  });

  it('keep keys and kinds that only a newer version knows', async () => {
    const [known] = await (await otherPc()).apply([change('1.1', 'completion', '甲')], { actor: '李四' });
    const withKey = { ...known!, mood: { from: '新版' } };
    const ofKind = { ...known!, id: 'f'.repeat(32), kind: 'comment', value: { text: '批注' } };
    expect(await journal.merge([withKey, ofKind, '不是', null])).toMatchObject({
      added: 2,
      notUnderstood: 1,
      refused: 2,
    });
    expect(await journal.log()).toEqual([withKey, ofKind]);
    expect(valueIn(await journal.state(), '1.1', 'completion')).toBe('甲');
    expect(await journal.history(item('1.1'), 'completion')).toHaveLength(1);
  });

  it('from a PC whose clock is a year ahead are taken, flagged, and do not drag our clock', async () => {
    const [op] = await (await otherPc()).apply([change('1.1', 'completion', '甲')], { actor: '李四' });
    const ahead = { ...op!, hlc: { time: Date.now() + 365 * 24 * 3600 * 1000, count: 0 } };
    expect(await journal.merge([ahead])).toMatchObject({ added: 1, clocksAhead: [op!.replica] });
    const [ours] = await journal.apply([change('1.1', 'completion', '乙')], { actor: ACTOR });
    expect(ours!.hlc.time).toBeLessThan(Date.now() + 60_000);
    expect(valueIn(await journal.state(), '1.1', 'completion')).toBe('乙');
    expect((await journal.history(item('1.1'), 'completion')).map(entry => entry.after)).toEqual(['甲', '乙']);
  });
});
