import { beforeEach, describe, expect, it } from 'vitest';
import { inConflict } from '../../../../lib/model/field-state';
import { type MemoryTarget, memoryTarget } from '../../../../lib/sync/targets/memory';
import { replicaNames } from '../../../../lib/tasks/sharing/campaign-facts';
import { conflictsIn } from '../../../../lib/tasks/sharing/conflicts';
import { noteClone, readStatus } from '../../../../lib/tasks/sharing/sharing-settings';
import { switchOn } from '../../../../lib/tasks/sharing/switch-sharing';
import { syncCampaign } from '../../../../lib/tasks/sharing/sync-campaign';
import { codeOf } from '../../store/test-store';
import { firstPc, joinedPc, type Pc, PLACE, pcOf } from './two-pcs';

let target: MemoryTarget;
let zhang: Pc;

beforeEach(async () => {
  target = memoryTarget();
  zhang = await firstPc('张三');
  await zhang.write('1.1', '甲');
  await zhang.sync(target);
});

describe('two PCs and one place', () => {
  it('a colleague joins with the workbook, and both see what the other writes', async () => {
    const li = await joinedPc('李四', target);
    const campaign = await li.store.campaigns.get(li.id);
    expect(campaign).toMatchObject({ id: zhang.id, name: '平安单位创建 2023', kind: 'xlsx' });
    expect(await li.store.blobs.get(campaign!.workbookSha)).not.toBeNull();
    expect(await li.text('1.1')).toBe('甲');
    await li.write('1.2', '乙');
    await li.sync(target);
    await zhang.sync(target);
    expect(await zhang.text('1.2')).toBe('乙');
    const names = replicaNames((await zhang.store.journal(zhang.id).state()).values());
    expect([...names.values()].sort()).toEqual(['张三的电脑', '李四的电脑'].sort());
  });

  it('what both changed unseen is a disagreement on both, until one chooses; who emptied a text takes it from nobody', async () => {
    const li = await joinedPc('李四', target);
    await zhang.write('1.1', '甲三次');
    await li.write('1.1', null);
    for (const pc of [zhang, li, zhang]) await pc.sync(target);
    for (const pc of [zhang, li]) {
      const [conflict] = conflictsIn(await pc.store.journal(pc.id).state());
      expect(conflict).toMatchObject({ emptied: true });
      expect(conflict!.claims.map(({ actor, value }) => [actor, value])).toEqual([
        ['张三', '甲三次'],
        ['李四', null],
      ]);
      expect(await pc.text('1.1')).toBe('甲三次');
    }
    await li.write('1.1', '甲三次');
    for (const pc of [li, zhang]) await pc.sync(target);
    for (const pc of [zhang, li]) {
      const state = await pc.store.journal(pc.id).state();
      expect([...state.values()].some(inConflict)).toBe(false);
    }
  });

  it('what would change much of the table waits for a look, and then comes in as one that can be undone', async () => {
    const li = await joinedPc('李四', target);
    for (let n = 2; n < 20; n++) await li.write(`1.${n}`, `李四写的第${n}项`);
    await li.sync(target);
    const { held } = await zhang.sync(target);
    expect(held!.changes).toHaveLength(18);
    expect(await zhang.text('1.5')).toBeUndefined();
    expect(await readStatus(zhang.store, zhang.id)).toMatchObject({ held: 18, error: null });
    await zhang.sync(target, { takeAll: true });
    expect(await zhang.text('1.5')).toBe('李四写的第5项');
    const [merge] = await zhang.store.merges(zhang.id).list();
    await zhang.store.merges(zhang.id).undo(merge!.group, '张三');
    expect([await zhang.text('1.5'), await zhang.text('1.1')]).toEqual([undefined, '甲']);
    expect(await readStatus(zhang.store, zhang.id)).toMatchObject({ held: 0 });
  });

  it('a copied profile is told of until somebody took note of it, and again only for another copy', async () => {
    const isTold = async () => (await readStatus(zhang.store, zhang.id)).cloned;
    const li = await joinedPc('李四', target);
    // As on a PC that was set up from an image of the other's.
    const copyOf = (pc: Pc) => pcOf({ ...zhang.store, replica: () => pc.store.replica() }, zhang.id, '张三');
    await li.write('1.2', '乙');
    await li.sync(target);
    await copyOf(li).sync(target);
    expect(await isTold()).toBe(true);
    await zhang.sync(target);
    expect(await isTold()).toBe(true);

    // Noted while a sync is under way: that sync does not bring it back, nor does one that fails.
    const campaign = (await zhang.store.campaigns.get(zhang.id))!;
    const about = { store: zhang.store, campaign, place: PLACE, actor: '张三', pc: '甲', from: '盘', now: Date.now };
    const noting = async () => {
      await noteClone(zhang.store, zhang.id);
      return target;
    };
    await syncCampaign({ ...about, open: noting });
    expect(await isTold()).toBe(false);
    await codeOf(syncCampaign({ ...about, open: async () => Promise.reject(new Error('no line')) }));
    expect(await isTold()).toBe(false);

    // Found on the other PC too, which is another one from then on.
    await li.sync(target);
    await li.write('1.3', '丙');
    await li.sync(target);
    await copyOf(li).sync(target);
    expect(await isTold()).toBe(true);
  });

  it('an emptied place stops and asks, then everything is put there again', async () => {
    target.files.clear();
    expect(await codeOf(zhang.sync(target))).toBe('sync-target-emptied');
    expect((await readStatus(zhang.store, zhang.id)).error).toMatchObject({ code: 'sync-target-emptied' });
    expect(target.files.size).toBe(0);
    await zhang.sync(target, { refill: true });
    expect(await (await joinedPc('李四', target)).text('1.1')).toBe('甲');
  });

  it('with a passphrase nothing readable lies there, only who knows it joins, and no backup holds it', async () => {
    const secret = memoryTarget();
    const campaign = (await zhang.store.campaigns.get(zhang.id))!;
    const place = { way: 'folder' as const, id: 'secret', name: '另一个共享盘' };
    const text = '只给知道口令的人看';
    await zhang.write('1.3', text);
    await switchOn(zhang.store, campaign, { place, target: secret, passphrase: '口令' });
    await zhang.sync(secret, { place });
    const readable = [...secret.files.values()].map(bytes => new TextDecoder().decode(bytes)).join('\n');
    for (const said of ['张三', '个性指标项目表']) expect(readable).not.toContain(said);
    const backup = await new Response(
      (await zhang.store.backup()).stream().pipeThrough(new DecompressionStream('gzip')),
    ).text();
    expect(backup).not.toContain('口令"');
    expect(backup).not.toContain('folder-handle');
    expect(await codeOf(joinedPc('李四', secret))).toBe('sync-needs-passphrase');
    expect(await codeOf(joinedPc('李四', secret, '不对'))).toBe('sync-wrong-passphrase');
    expect(await (await joinedPc('李四', secret, '口令')).text('1.3')).toBe(text);
  });
});
