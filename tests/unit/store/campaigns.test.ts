import { describe, expect, it } from 'vitest';
import type { Campaign } from '../../../lib/model/campaign';
import { codeOf, item, newProfile, openTab, parkCampaign, until, WORKBOOK } from './test-store';

describe('campaigns', () => {
  it('keep the workbook as received under its SHA-256', async () => {
    const store = await openTab(newProfile());
    const { workbookSha } = await store.campaigns.create(parkCampaign);
    expect(workbookSha).toMatch(/^[0-9a-f]{64}$/);
    expect(await store.blobs.get(workbookSha)).toEqual(WORKBOOK);
  });

  it('are listed last edited first', async () => {
    let time = 1000;
    const store = await openTab(newProfile(), { now: () => time++ });
    const first = await store.campaigns.create({ ...parkCampaign, name: '2022' });
    const second = await store.campaigns.create({ ...parkCampaign, name: '2023' });
    expect((await store.campaigns.list()).map(({ name }) => name)).toEqual(['2023', '2022']);
    await store.journal(first.id).apply([{ entity: item('1.1'), field: 'completion', value: '甲' }], { actor: '张三' });
    expect((await store.campaigns.list()).map(({ id }) => id)).toEqual([first.id, second.id]);
  });

  it('are renamed and counted without touching the rest', async () => {
    const store = await openTab(newProfile());
    const campaign = await store.campaigns.create(parkCampaign);
    await store.campaigns.change(campaign.id, { name: '新名' });
    await store.campaigns.change(campaign.id, { progress: { indicators: 15, filled: 3 } });
    expect(await store.campaigns.get(campaign.id)).toEqual({
      ...campaign,
      name: '新名',
      progress: { indicators: 15, filled: 3 },
    });
    expect(await codeOf(store.campaigns.change('没有', { name: '甲' }))).toBe('campaign-gone');
  });

  it('are seen by other tabs as they come and go', async () => {
    const profile = newProfile();
    const [here, there] = [await openTab(profile), await openTab(profile)];
    const seen: Campaign[][] = [];
    there.campaigns.watch(campaigns => seen.push(campaigns), { signal: new AbortController().signal });
    await until(() => seen.length === 1);
    const { id } = await here.campaigns.create(parkCampaign);
    await until(() => seen.at(-1)!.length === 1);
    await here.campaigns.remove(id, { confirmed: true });
    await until(() => seen.at(-1)!.length === 0);
  });

  it('removed leave nothing behind but a backup that brings all of it back', async () => {
    const profile = newProfile();
    const store = await openTab(profile);
    const gone = await store.campaigns.create(parkCampaign);
    const kept = await store.campaigns.create({ ...parkCampaign, bytes: new Uint8Array([1, 2]), name: '留下' });
    for (const { id } of [gone, kept]) {
      await store.journal(id).apply([{ entity: item('1.1'), field: 'completion', value: '甲' }], { actor: '张三' });
      await store.settings.put('view', 'table', id);
    }
    const before = { campaign: await store.campaigns.get(gone.id), log: await store.journal(gone.id).log() };

    const backup = await store.campaigns.remove(gone.id, { confirmed: true });
    expect((await store.campaigns.list()).map(({ id }) => id)).toEqual([kept.id]);
    expect(await store.journal(gone.id).log()).toEqual([]);
    expect((await store.journal(gone.id).state()).size).toBe(0);
    expect(await store.blobs.get(gone.workbookSha)).toBeNull();
    expect(await store.journal(kept.id).log()).toHaveLength(1);

    await store.restore(backup);
    expect({ campaign: await store.campaigns.get(gone.id), log: await store.journal(gone.id).log() }).toEqual(before);
    expect(await store.blobs.get(gone.workbookSha)).toEqual(WORKBOOK);
  });

  it('that share a workbook share its bytes until the last one goes', async () => {
    const store = await openTab(newProfile());
    const first = await store.campaigns.create(parkCampaign);
    const second = await store.campaigns.create(parkCampaign);
    await store.campaigns.remove(first.id, { confirmed: true });
    expect(await store.blobs.get(second.workbookSha)).toEqual(WORKBOOK);
  });
});
