import { describe, expect, it } from 'vitest';
import type { SyncOptions } from '../../../lib/sync/sync-report';
import { synchronise } from '../../../lib/sync/synchronise';
import type { Target } from '../../../lib/sync/target';
import { memoryTarget } from '../../../lib/sync/targets/memory';
import { type MemorySyncStore, memorySyncStore } from '../../fixtures/sync/memory-sync-store';
import { op } from '../../fixtures/sync/ops';

const PROJECT = '0123456789abcdef0123456789abcdef';
const DAY = 24 * 60 * 60 * 1000;

function pc(replica: string, start = Date.UTC(2023, 5, 1)) {
  let time = start;
  const store = memorySyncStore({ replica, now: () => time, newLabel: () => 'cccccccc' });
  return {
    store,
    pass: (ms: number) => {
      time += ms;
    },
    sync: (target: Target, more: Partial<SyncOptions> = {}) =>
      synchronise({ project: PROJECT, actor: '李晓红', target, remote: 'r', store, now: () => time, ...more }),
  };
}

const values = ({ log }: MemorySyncStore) => [...log.values()].map(({ value }) => value).sort();
const logFiles = (target: { files: Map<string, Uint8Array> }) =>
  [...target.files.keys()].filter(name => name.endsWith('.pal')).sort();

describe('two PCs and one target', () => {
  it('have all edits of both after each has synced, and the last to sync asks once when nothing is new', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.store.write(op('aaaaaaaa', '甲'));
    b.store.write(op('bbbbbbbb', '乙'));
    await a.sync(target);
    expect((await b.sync(target)).merged.added).toBe(1);
    expect((await a.sync(target)).merged.added).toBe(1);
    expect(values(a.store)).toEqual(['乙', '甲'].sort());
    expect(values(b.store)).toEqual(values(a.store));
    expect((await a.sync(target)).requests).toBe(1);
    expect((await b.sync(target)).requests).toBe(1);
  });

  it('take a file that is half there for not yet, and put their own half-uploaded one there again', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.store.write(op('aaaaaaaa', '甲'));
    await a.sync(target);
    const [name] = logFiles(target);
    const whole = target.files.get(name!)!;
    target.files.set(name!, whole.slice(0, 100));
    expect((await b.sync(target)).torn).toHaveLength(1);
    expect(b.store.log.size).toBe(0);
    expect((await b.sync(target)).requests).toBe(1);
    await a.sync(target);
    expect(target.files.get(name!)).toEqual(whole);
    expect((await b.sync(target)).merged.added).toBe(1);
  });

  it('stop and ask when the target was emptied, and put everything there again when told to', async () => {
    const target = memoryTarget();
    const a = pc('aaaaaaaa');
    a.store.write(op('aaaaaaaa', '甲'));
    await a.sync(target);
    const before = logFiles(target);
    target.files.clear();
    await expect(a.sync(target)).rejects.toMatchObject({ code: 'sync-target-emptied' });
    expect(target.files.size).toBe(0);
    target.files.set('照片/一.jpg', new Uint8Array(3));
    await expect(a.sync(target)).rejects.toMatchObject({ code: 'sync-target-changed' });
    await a.sync(target, { refill: true });
    expect(logFiles(target)).toEqual(before);
    expect(a.store.log.size).toBe(1);
  });

  it('put back single files that were deleted, without asking', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.store.write(op('aaaaaaaa', '甲'));
    await a.sync(target);
    b.store.write(op('bbbbbbbb', '乙'));
    await b.sync(target);
    const lost = logFiles(target).find(name => name.includes('aaaaaaaa'))!;
    target.files.delete(lost);
    expect((await b.sync(target, { isFull: true })).repaired).toBe(1);
    expect(target.files.has(lost)).toBe(true);
  });

  it('know a conflict copy by its content', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.store.write(op('aaaaaaaa', '甲'));
    await a.sync(target);
    const name = logFiles(target)[0]!;
    target.files.set(name.replace('.pal', ' (冲突副本).pal'), target.files.get(name)!);
    target.files.set(name.replace(/[^/]+$/, '李晓红的副本.pal.crswap'), target.files.get(name)!);
    target.files.delete(name);
    expect((await b.sync(target)).merged.added).toBe(1);
    expect((await b.sync(target)).requests).toBe(1);
  });

  it('pack eight files into one, and take the small ones away a month later', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    for (let count = 0; count < 9; count++) {
      a.store.write(op('aaaaaaaa', count));
      await a.sync(target);
    }
    expect(logFiles(target)).toHaveLength(10);
    a.pass(29 * DAY);
    expect((await a.sync(target)).collected).toBe(0);
    a.pass(2 * DAY);
    expect((await a.sync(target)).collected).toBe(8);
    expect(logFiles(target)).toHaveLength(2);
    await b.sync(target);
    expect(b.store.log.size).toBe(9);
  });

  it('do not take anything away when the pack there is damaged', async () => {
    const target = memoryTarget();
    const a = pc('aaaaaaaa');
    for (let count = 0; count < 8; count++) {
      a.store.write(op('aaaaaaaa', count));
      await a.sync(target);
    }
    const pack = logFiles(target).find(name => name.includes('/p-'))!;
    const bytes = target.files.get(pack)!.slice();
    bytes[bytes.length - 1]! ^= 1;
    target.files.set(pack, bytes);
    a.pass(40 * DAY);
    expect((await a.sync(target)).collected).toBe(0);
    expect(logFiles(target)).toHaveLength(9);
  });

  it('tell a copied browser profile by the fork that it makes: two files after one, each PC seeing the one that it did not write', async () => {
    const target = memoryTarget();
    const now = () => 0;
    const sync = (store: ReturnType<typeof memorySyncStore>) =>
      synchronise({ project: 'p', actor: '李', target, remote: 'r', store, now, isFull: true });
    const first = memorySyncStore({ replica: 'aaaaaaaa', now, newLabel: () => 'bbbbbbbb' });
    first.write(op('aaaaaaaa', '甲'));
    await sync(first);
    const copy = first.copy({ replica: 'aaaaaaaa', now, newLabel: () => 'cccccccc' });
    first.write(op('aaaaaaaa', '乙'));
    copy.write(op('aaaaaaaa', '丙'));
    await sync(first);
    await sync(copy);
    const after = [...copy.kept.values()].map(({ header }) => header.previous).filter(previous => previous !== null);
    expect(new Set(after).size).toBe(after.length - 1);
    await sync(first);
    expect([first.label, copy.label]).toEqual(['bbbbbbbb', 'cccccccc']);
    for (const store of [first, copy]) expect(store.log.size).toBe(3);
    // Told once: from now on each is another PC.
    for (const store of [first, copy]) expect((await sync(store)).cloned).toBe(false);
  });

  it('tell a copied browser profile, and give one of the two another label', async () => {
    const target = memoryTarget();
    const [a, copy] = [pc('aaaaaaaa'), pc('aaaaaaaa')];
    a.store.write(op('aaaaaaaa', '甲'));
    copy.store.write(op('aaaaaaaa', '乙'));
    await a.sync(target);
    const report = await copy.sync(target);
    expect(report.cloned).toBe(true);
    expect(copy.store.label).toBe('cccccccc');
    expect(values(copy.store)).toEqual(['乙', '甲'].sort());
  });

  it('ask before taking in records, and leave them for the next time when told not to', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.store.write(op('aaaaaaaa', '甲'));
    await a.sync(target);
    expect(await b.sync(target, { accept: async () => false })).toMatchObject({ heldBack: 1, pulled: 0 });
    expect(b.store.log.size).toBe(0);
    expect(await b.sync(target, { accept: async records => records.length === 1 })).toMatchObject({ pulled: 1 });
  });

  it('only read a package that came, and only write one that is made', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.store.write(op('aaaaaaaa', '甲'));
    await a.sync(target, { direction: 'give' });
    b.store.write(op('bbbbbbbb', '乙'));
    const before = new Map(target.files);
    expect((await b.sync(target, { direction: 'take' })).merged.added).toBe(1);
    expect(target.files).toEqual(before);
    expect((await b.sync(target, { direction: 'take', refill: true })).merged.added).toBe(0);
  });

  it('stop where a person stops, and go on from there', async () => {
    const target = memoryTarget();
    const a = pc('aaaaaaaa');
    a.store.write(op('aaaaaaaa', '甲'));
    const stop = new AbortController();
    const stopped = a.sync(target, { signal: stop.signal, onProgress: ({ step }) => step === 'push' && stop.abort() });
    await expect(stopped).rejects.toMatchObject({ code: 'stopped' });
    await a.sync(target);
    expect(logFiles(target)).toHaveLength(1);
  });
});
