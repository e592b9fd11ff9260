import { beforeEach, describe, expect, it } from 'vitest';
import { createProjectKey, openProjectKeys, sortKeys } from '../../../lib/sync/project-key';
import { synchronise } from '../../../lib/sync/synchronise';
import { memoryTarget } from '../../../lib/sync/targets/memory';
import { memorySyncStore } from '../../fixtures/sync/memory-sync-store';
import { op } from '../../fixtures/sync/ops';

const PROJECT = '0123456789abcdef0123456789abcdef';
const HOUR = 60 * 60 * 1000;
type Store = ReturnType<typeof memorySyncStore>;
type Target = ReturnType<typeof memoryTarget>;

let time: number;
let target: Target;
let zhang: Store;
let li: Store;

const pc = (replica: string): Store => memorySyncStore({ replica, now: () => time });
const sync = (store: Store, to = target) =>
  synchronise({ project: PROJECT, actor: store.label, target: to, remote: 'r', store, now: () => time });

function learn(store: Store, keys: Store['projectKeys']): void {
  const known = new Map([...store.projectKeys, ...keys].map(key => [key.id, key]));
  store.projectKeys.splice(0, store.projectKeys.length, ...sortKeys(known.values()));
}
const changeTo = async (store: Store, passphrase: string) =>
  learn(store, [await createProjectKey(PROJECT, passphrase, (store.projectKeys[0]?.generation ?? 0) + 1)]);
const tell = async (store: Store, passphrase: string) =>
  learn(store, await openProjectKeys(target, PROJECT, passphrase));
const values = (store: Store) => [...store.log.values()].map(record => (record as { value?: unknown }).value).sort();

/** Two PCs that know the passphrase "一" and have exchanged 甲 and 乙. */
beforeEach(async () => {
  time = 0;
  target = memoryTarget();
  [zhang, li] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
  await changeTo(zhang, '一');
  zhang.write(op('aaaaaaaa', '甲'));
  await sync(zhang);
  await tell(li, '一');
  li.write(op('bbbbbbbb', '乙'));
  await sync(li);
  await sync(zhang);
});

describe('a passphrase that is changed', () => {
  it('is asked for in words on the other PCs, which send nothing until they know it', async () => {
    await changeTo(zhang, '二');
    zhang.write(op('aaaaaaaa', '丙'));
    await sync(zhang);
    li.write(op('bbbbbbbb', '丁'));
    const before = target.files.size;
    await expect(sync(li)).rejects.toMatchObject({ code: 'sync-passphrase-changed' });
    time += 2 * HOUR;
    await expect(sync(li)).rejects.toMatchObject({ code: 'sync-passphrase-changed' });
    expect(target.files.size).toBe(before);

    await expect(openProjectKeys(target, PROJECT, '一')).rejects.toMatchObject({ code: 'sync-old-passphrase' });
    await expect(openProjectKeys(target, PROJECT, '三')).rejects.toMatchObject({ code: 'sync-wrong-passphrase' });
    await tell(li, '二');
    await sync(li);
    await sync(zhang);
    for (const store of [zhang, li]) expect(values(store)).toEqual(['丁', '丙', '乙', '甲'].sort());
  });

  it('gives a fresh PC that knows only the new one everything, of all who have written', async () => {
    await changeTo(zhang, '二');
    await sync(zhang);
    const wang = pc('cccccccc');
    await tell(wang, '二');
    expect(wang.projectKeys).toHaveLength(1);
    const report = await sync(wang);
    expect(values(wang)).toEqual(['乙', '甲'].sort());
    expect(report.parked).toEqual([]);
  });

  it('what was written for the old one since comes to fresh PCs once somebody who knows both has synced', async () => {
    li.write(op('bbbbbbbb', '丁'));
    await sync(li);
    await changeTo(zhang, '二');
    // Sent without having seen that li wrote: as when listings are stale.
    const stale = {
      ...target,
      list: async (name: string) => (await target.list(name)).filter(one => !one.name.includes('-bbbbbbbb-2-')),
    };
    await synchronise({ project: PROJECT, actor: '', target: stale, remote: 'r', store: zhang, now: () => time });
    const wang = pc('cccccccc');
    await tell(wang, '二');
    expect((await sync(wang)).parked.map(({ reason }) => reason)).toEqual(['no-key']);
    await sync(zhang);
    const report = await sync(wang);
    expect(report.parked).toEqual([]);
    expect(values(wang)).toEqual(['丁', '乙', '甲'].sort());
  });

  it('sends nothing new for the old one: what was in a file but not yet sent is packed anew', async () => {
    const put = target.put;
    target.put = async () => {
      throw new Error('no line');
    };
    zhang.write(op('aaaaaaaa', '丙'));
    await expect(sync(zhang)).rejects.toThrow('no line');
    target.put = put;
    const old = zhang.projectKeys[0]!.id;
    const before = new Set(target.files.keys());
    await changeTo(zhang, '二');
    await sync(zhang);
    const sent = [...target.files].filter(([name]) => !before.has(name) && name.endsWith('.pal'));
    expect(sent.length).toBeGreaterThan(0);
    for (const [, bytes] of sent) expect(Buffer.from(bytes).toString('latin1')).not.toContain(old);
  });

  it('on two PCs at once: each is asked for the other, and then all agree on one', async () => {
    await changeTo(zhang, '二');
    await changeTo(li, '三');
    zhang.write(op('aaaaaaaa', '丙'));
    await sync(zhang);
    li.write(op('bbbbbbbb', '丁'));
    time += 2 * HOUR;
    await expect(sync(li)).rejects.toMatchObject({ code: 'sync-passphrase-changed' });
    await tell(li, '二');
    await sync(li);
    time += 2 * HOUR;
    await expect(sync(zhang)).rejects.toMatchObject({ code: 'sync-passphrase-changed' });
    await tell(zhang, '三');
    await sync(zhang);
    await sync(li);
    expect(zhang.projectKeys.map(({ id }) => id)).toEqual(li.projectKeys.map(({ id }) => id));
    for (const store of [zhang, li]) expect(values(store)).toEqual(['丁', '丙', '乙', '甲'].sort());
  });

  it('is there before what it encrypts, also between two hourly looks', async () => {
    const names: string[] = [];
    const put = target.put;
    target.put = async (name, bytes, call) => {
      names.push(name);
      await put(name, bytes, call);
    };
    await changeTo(zhang, '二');
    await sync(zhang);
    expect(names[0]).toContain('/keys/k-');
    names.length = 0;
    await sync(zhang);
    expect(names).toEqual([]);
    expect((await sync(zhang)).requests).toBe(1);
  });
});
