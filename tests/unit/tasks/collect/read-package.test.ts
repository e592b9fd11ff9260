import { readFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Campaign } from '../../../../lib/model/campaign';
import type { Points } from '../../../../lib/model/points';
import type { Store } from '../../../../lib/store/open-store';
import { createProjectKey } from '../../../../lib/sync/project-key';
import { collectUnits } from '../../../../lib/tasks/collect/collect-units';
import { readUnits } from '../../../../lib/tasks/collect/read-units';
import { keepKeys } from '../../../../lib/tasks/sharing/campaign-sync-store';
import { makePackage } from '../../../../lib/tasks/sharing/package-file';
import { newProfile, openTab, parkCampaign } from '../../store/test-store';

const root = path.resolve(import.meta.dirname, '../../../..');
const workbook = new Uint8Array(readFileSync(path.join(root, 'tests/fixtures/workbooks/received-2023.xlsx')));
const answer = (code: string, field: string, value: string | number) => ({
  entity: `indicator:个性指标#0:${code}`,
  field,
  value,
});

let store: Store;
let campaign: Campaign;
const pack = (): Promise<Uint8Array> =>
  makePackage({ store, campaign, actor: '张三', pc: '甲', now: Date.now, readable: [] });

beforeAll(async () => {
  store = await openTab(newProfile());
  campaign = await store.campaigns.create({ ...parkCampaign, unit: '甲街道', bytes: workbook });
  await store
    .journal(campaign.id)
    .apply(
      [
        answer('1.1', 'completion', '已成立领导小组，召开会议4次，研究问题12个'),
        answer('1.1', 'selfScore', 2.5),
        answer('1.1', 'evidence', '1.通知；2.会议纪要'),
        { entity: 'cell:个性指标!B4', field: 'value', value: '换了一种说法的考评内容，仍是同一项指标' },
      ],
      { actor: '张三' },
    );
});

describe('a package handed in', () => {
  it('is read as its workbook would be exported, columns that the table lacks included', async () => {
    const [unit, ...others] = await readUnits('甲街道 20231201.zip', await pack());
    expect(others).toEqual([]);
    expect(unit).toMatchObject({ name: '甲街道', file: '甲街道 20231201.zip', year: 2023, total: 400_000 });
    expect(unit!.indicators).toHaveLength(15);
    const [first, second] = unit!.indicators;
    expect(first).toMatchObject({ code: '1.1', score: 25_000 as Points, scoreText: '2.5', filled: true, evidence: 2 });
    expect(second).toMatchObject({ code: '1.2', content: '换了一种说法的考评内容，仍是同一项指标', filled: false });
    expect(unit!.savedAt).toMatch(/^\d{4}-\d\d-\d\dT/);
  });

  it('is known by its content under another name', async () => {
    expect(await readUnits('甲街道.xlsx', await pack())).toHaveLength(1);
  });

  it('stands beside workbooks, and broken, encrypted and ordinary zips are listed with their reasons', async () => {
    const whole = await pack();
    const key = await createProjectKey(campaign.id, '一二三四五六');
    await keepKeys(store, campaign.id, [key]);
    const encrypted = await pack();
    const cut = zipSync({ 'pa/0123456789abcdef/log/e0001/s-00000000-01234567-1-00.pal': new Uint8Array(9) });
    const files: Record<string, Uint8Array> = {
      '乙街道.xlsx': workbook,
      '加密.zip': encrypted,
      '半个.zip': whole.subarray(0, whole.length / 2),
      '甲街道.zip': whole,
      '空的.zip': cut,
      '照片.zip': zipSync({ '照片.jpg': new Uint8Array(9) }),
    };
    const progress: number[] = [];
    const { units, broken } = await collectUnits(
      Object.entries(files).map(([name, bytes]) => ({ name, read: async () => bytes })),
      { today: '2023-12-15', onProgress: done => progress.push(done) },
    );
    expect(units.map(({ file, filled }) => [file, filled])).toEqual([
      ['乙街道.xlsx', 0],
      ['甲街道.zip', 1],
    ]);
    expect(broken.map(({ file, error }) => [file, error.code])).toEqual([
      ['加密.zip', 'collect-encrypted-package'],
      ['半个.zip', 'collect-other-zip'],
      ['空的.zip', 'collect-other-zip'],
      ['照片.zip', 'collect-other-zip'],
    ]);
    expect(progress).toEqual([1, 2, 3, 4, 5, 6]);
  });
});
