import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryTarget, memoryTarget } from '../../../../lib/sync/targets/memory';
import { readKeys } from '../../../../lib/tasks/sharing/campaign-sync-store';
import { readStatus, type SharingPlace } from '../../../../lib/tasks/sharing/sharing-settings';
import { changePassphrase, switchOn, tellPassphrase } from '../../../../lib/tasks/sharing/switch-sharing';
import { codeOf } from '../../store/test-store';
import { firstPc, joinedPc, type Pc, PLACE } from './two-pcs';

const OTHER: SharingPlace = { way: 'folder', id: 'other', name: '另一个共享盘' };

let target: MemoryTarget;
let zhang: Pc;
let li: Pc;

const campaignOf = async ({ store, id }: Pc) => (await store.campaigns.get(id))!;
const on = async (pc: Pc, passphrase: string, to = target, place = PLACE) =>
  switchOn(pc.store, await campaignOf(pc), { place, target: to, passphrase });
const change = async (pc: Pc, passphrase: string) =>
  changePassphrase(pc.store, await campaignOf(pc), target, passphrase);

beforeEach(async () => {
  target = memoryTarget();
  zhang = await firstPc('张三');
  await on(zhang, '一');
  await zhang.write('1.1', '甲');
  await zhang.sync(target);
  li = await joinedPc('李四', target, '一');
});

describe('a passphrase entered where the campaign has one', () => {
  it('is refused in words where it is another, and taken where it is the same or left empty', async () => {
    const empty = memoryTarget();
    expect(await codeOf(on(zhang, '二', empty, OTHER))).toBe('sync-other-passphrase');
    expect(await codeOf(on(zhang, '二'))).toBe('sync-wrong-passphrase');
    await on(zhang, '一', empty, OTHER);
    await on(zhang, '', empty, OTHER);
    expect(await readKeys(zhang.store, zhang.id)).toHaveLength(1);
  });
});

describe('changing it', () => {
  it('asks colleagues for the new one; then all have what each wrote meanwhile', async () => {
    await change(zhang, '二');
    await zhang.write('1.2', '乙');
    await zhang.sync(target);
    await li.write('1.3', '丙');
    expect(await codeOf(li.sync(target))).toBe('sync-passphrase-changed');
    expect((await readStatus(li.store, li.id)).error).toMatchObject({ code: 'sync-passphrase-changed' });
    const tell = async (passphrase: string) => tellPassphrase(li.store, await campaignOf(li), target, passphrase);
    expect(await codeOf(tell('一'))).toBe('sync-old-passphrase');
    expect(await codeOf(tell('三'))).toBe('sync-wrong-passphrase');
    await tell('二');
    for (const pc of [li, zhang]) await pc.sync(target);
    for (const pc of [zhang, li])
      expect(await Promise.all(['1.1', '1.2', '1.3'].map(pc.text))).toEqual(['甲', '乙', '丙']);
  });

  it('lets nobody join with the old one, and gives who joins with the new one all of it', async () => {
    await change(zhang, '二');
    await zhang.sync(target);
    expect(await codeOf(joinedPc('王五', target, '一'))).toBe('sync-old-passphrase');
    expect(await (await joinedPc('王五', target, '二')).text('1.1')).toBe('甲');
  });

  it('says so where it is the present one, or a colleague has changed it already', async () => {
    expect(await codeOf(change(zhang, '一'))).toBe('sync-same-passphrase');
    await change(zhang, '二');
    await zhang.sync(target);
    expect(await codeOf(change(li, '三'))).toBe('sync-passphrase-changed');
  });

  it('sets the first where there was none: from then on nothing is sent in the clear', async () => {
    const plain = memoryTarget();
    const wang = await firstPc('王五');
    await wang.sync(plain);
    await changePassphrase(wang.store, await campaignOf(wang), plain, '一');
    await wang.write('1.1', '丁');
    const before = new Set(plain.files.keys());
    await wang.sync(plain);
    const sent = [...plain.files].filter(([name]) => !before.has(name) && name.endsWith('.pal'));
    expect(sent.length).toBeGreaterThan(0);
    for (const [, bytes] of sent) expect(Buffer.from(bytes).toString('latin1')).toContain('AES-256-GCM');
    expect(await codeOf(joinedPc('赵六', plain))).toBe('sync-needs-passphrase');
    expect(await (await joinedPc('赵六', plain, '一')).text('1.1')).toBe('丁');
  });
});
