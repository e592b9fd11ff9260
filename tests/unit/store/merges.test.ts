import { beforeEach, describe, expect, it } from 'vitest';
import type { CampaignJournal } from '../../../lib/model/campaign-journal';
import { currentValue, fieldKey, inConflict } from '../../../lib/model/field-state';
import type { Store } from '../../../lib/store/open-store';
import { item, newProfile, openTab, parkCampaign } from './test-store';

const change = (code: string, value: string | null) => ({ entity: item(code), field: 'completion', value });
const key = (code: string) => fieldKey(item(code), 'completion');

let store: Store;
let campaign: string;
let journal: CampaignJournal;
let other: CampaignJournal;

beforeEach(async () => {
  store = await openTab(newProfile());
  campaign = (await store.campaigns.create(parkCampaign)).id;
  journal = store.journal(campaign);
  await journal.apply([change('1.1', '甲'), change('1.2', '乙')], { actor: '张三' });
  const elsewhere = await openTab(newProfile());
  await elsewhere.restore(await store.backup());
  other = elsewhere.journal(campaign);
});

const take = async (group = 'g') => store.segments(campaign).take([], await other.log(), { group, from: '共享文件夹' });
const texts = async () => {
  const state = await journal.state();
  return ['1.1', '1.2', '1.3'].map(code => currentValue(state.get(key(code))));
};

describe('a merge', () => {
  it('is told: from where, by whom, which fields; what changes nothing to look at is not', async () => {
    await other.apply([change('1.1', '甲改'), change('1.3', '丙')], { actor: '李四' });
    await take();
    expect(await store.merges(campaign).list()).toMatchObject([
      { group: 'g', from: '共享文件夹', actors: ['李四'], added: 2, undone: false },
    ]);
    expect((await store.merges(campaign).list())[0]!.fields.map(field => field.entity)).toEqual([
      item('1.1'),
      item('1.3'),
    ]);
    await take('again');
    expect(await store.merges(campaign).list()).toHaveLength(1);
  });

  it('can be looked at before it is taken', async () => {
    await other.apply([change('1.1', '甲改')], { actor: '李四' });
    const seen = await store.merges(campaign).preview(await other.log());
    expect(seen.map(({ before, after }) => [currentValue(before), currentValue(after)])).toEqual([['甲', '甲改']]);
    expect(await texts()).toEqual(['甲', '乙', undefined]);
  });

  it('is undone as one, portions included, and everything stays in the history', async () => {
    await other.apply([change('1.1', '甲改')], { actor: '李四' });
    await take();
    await other.apply([change('1.1', '甲再改'), change('1.3', '丙')], { actor: '李四' });
    await take();
    expect(await texts()).toEqual(['甲再改', '乙', '丙']);
    expect(await store.merges(campaign).undo('g', '张三')).toBe(2);
    expect(await texts()).toEqual(['甲', '乙', undefined]);
    expect((await store.merges(campaign).list())[0]!.undone).toBe(true);
    const told = (await journal.history(item('1.1'), 'completion')).map(entry => entry.after);
    expect(told).toEqual(['甲', '甲改', '甲再改', '甲']);
    await journal.redo('张三');
    expect(await texts()).toEqual(['甲再改', '乙', '丙']);
  });

  it('undone leaves alone what somebody wrote since', async () => {
    await other.apply([change('1.1', '甲改'), change('1.2', '乙改')], { actor: '李四' });
    await take();
    await journal.apply([change('1.2', '乙又改')], { actor: '张三' });
    expect(await store.merges(campaign).undo('g', '张三')).toBe(1);
    expect(await texts()).toEqual(['甲', '乙又改', undefined]);
  });

  it('that brought a conflict leaves none when undone', async () => {
    await journal.apply([change('1.1', '4次')], { actor: '张三' });
    await other.apply([change('1.1', '5次')], { actor: '李四' });
    await take();
    expect(inConflict((await journal.state()).get(key('1.1')))).toBe(true);
    await store.merges(campaign).undo('g', '张三');
    const state = (await journal.state()).get(key('1.1'));
    expect([inConflict(state), currentValue(state)]).toEqual([false, '4次']);
  });
});
