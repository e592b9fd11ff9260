import { describe, expect, it } from 'vitest';
import { findProjects } from '../../../lib/sync/find-projects';
import { createProjectKey, openProjectKeys } from '../../../lib/sync/project-key';
import { synchronise } from '../../../lib/sync/synchronise';
import { memoryTarget } from '../../../lib/sync/targets/memory';
import { memorySyncStore } from '../../fixtures/sync/memory-sync-store';
import { asChanged } from '../../fixtures/sync/newer-file';
import { op } from '../../fixtures/sync/ops';

const PROJECT = '0123456789abcdef0123456789abcdef';
const SHA = 'a'.repeat(64);

function pc(replica: string) {
  const store = memorySyncStore({ replica, now: () => 0, blobsOf: () => [...store.blobBytes.keys()] });
  return store;
}
type Store = ReturnType<typeof pc>;

const sync = (store: Store, target: ReturnType<typeof memoryTarget>) =>
  synchronise({ project: PROJECT, actor: '李晓红', target, remote: 'r', store, now: () => 0, isFull: true });

const everything = (target: ReturnType<typeof memoryTarget>) =>
  [...target.files].map(([name, bytes]) => name + Buffer.from(bytes).toString('latin1')).join('\n');

describe('a campaign with a passphrase', () => {
  it('shows nothing readable at the target: no words, no person, no hash of evidence', async () => {
    const target = memoryTarget();
    const a = pc('aaaaaaaa');
    a.projectKeys.push(await createProjectKey(PROJECT, '平安2023'));
    await a.keepBlob(new TextEncoder().encode('evidence content'));
    const [sha = SHA] = a.blobBytes.keys();
    a.write(op('aaaaaaaa', 'completed as planned'));
    await sync(a, target);
    const seen = everything(target);
    expect(seen).not.toContain('completed as planned');
    expect(seen).not.toContain(Buffer.from('李晓红').toString('latin1'));
    expect(seen).not.toContain('evidence content');
    expect(seen).not.toContain(sha);
    expect(seen).toContain('AES-256-GCM');
    expect([...target.files.keys()].filter(name => name.endsWith('.pab'))).toHaveLength(1);
  });

  it('opens with the passphrase only, in full-width letters too, and says so when it is wrong', async () => {
    const target = memoryTarget();
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.projectKeys.push(await createProjectKey(PROJECT, '平安2023'));
    a.write(op('aaaaaaaa', '甲'));
    await a.keepBlob(new Uint8Array([1, 2, 3]));
    await sync(a, target);

    b.write(op('bbbbbbbb', '乙'));
    await expect(sync(b, target)).rejects.toMatchObject({ code: 'sync-needs-passphrase' });
    expect(everything(target)).not.toContain('bbbbbbbb');
    expect([...b.kept.values()].map(({ parked }) => parked).sort()).toEqual(['no-key', null].sort());
    await expect(openProjectKeys(target, PROJECT, '平安2024')).rejects.toMatchObject({ code: 'sync-wrong-passphrase' });
    await expect(openProjectKeys(memoryTarget(), PROJECT, 'x')).rejects.toMatchObject({ code: 'sync-no-key' });

    b.projectKeys.push(...(await openProjectKeys(target, PROJECT, '平安２０２３')));
    expect((await sync(b, target)).merged.added).toBe(1);
    expect(b.log.size).toBe(2);
    // What b had sealed before it knew the passphrase left it encrypted.
    expect(everything(target)).not.toContain('"乙"');
    await sync(a, target);
    expect(a.log.size).toBe(2);
    expect(await findProjects(target)).toEqual([PROJECT]);
  });

  it('keeps no key that could be read out, and asks for one it does not know by its id', async () => {
    const key = await createProjectKey(PROJECT, '平安2023');
    for (const part of [key.aes, key.mac]) {
      await expect(crypto.subtle.exportKey('raw', part)).rejects.toThrow();
    }
    expect(Buffer.from(key.file).toString()).not.toContain(key.id);
  });

  it('gives what is sealed twice the same name, and different contents different nonces', async () => {
    const [a, b] = [pc('aaaaaaaa'), pc('aaaaaaaa')];
    const key = await createProjectKey(PROJECT, '平安2023');
    const edit = op('aaaaaaaa', '甲');
    const targets = [memoryTarget(), memoryTarget()] as const;
    for (const [place, store] of [a, b].entries()) {
      store.projectKeys.push(key);
      store.write(edit);
      await sync(store, targets[place]!);
    }
    const names = targets.map(({ files }) => [...files.keys()].filter(name => name.endsWith('.pal')));
    expect(names[0]).toEqual(names[1]);
  });

  it('that gets its passphrase later: what lay there in the clear is packed encrypted', async () => {
    const target = memoryTarget();
    const a = pc('aaaaaaaa');
    a.write(op('aaaaaaaa', '甲'));
    await sync(a, target);
    a.projectKeys.push(await createProjectKey(PROJECT, '平安2023'));
    const other = memoryTarget();
    await synchronise({ project: PROJECT, actor: '李', target: other, remote: 'other', store: a, now: () => 0 });
    expect([...other.files.keys()].filter(name => name.endsWith('.pal'))).toHaveLength(1);
    expect(everything(other)).toContain('AES-256-GCM');
    expect(everything(other)).not.toContain('"cipher":"none"');
  });
});

describe('files of versions and algorithms that are not known here', () => {
  it.each([
    ['"v":1,', '"v":9,', 'newer-version'],
    ['"schema":2,', '"schema":9,', 'newer-version'],
    ['"cipher":"none"', '"cipher":"SM4-GCM"', 'unknown-cipher'],
  ])('%s → %s are kept, passed on and never dropped', async (from, to, reason) => {
    const [here, there] = [memoryTarget(), memoryTarget()];
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.write(op('aaaaaaaa', '甲'));
    await sync(a, here);
    await renameAsChanged(here, from, to);
    const report = await sync(b, here);
    expect(report.parked.map(one => one.reason)).toEqual([reason]);
    expect(b.log.size).toBe(0);
    await synchronise({ project: PROJECT, actor: '王', target: there, remote: 'there', store: b, now: () => 0 });
    const pals = (target: typeof here) => [...target.files].filter(([name]) => name.endsWith('.pal'));
    expect(pals(there)).toEqual(pals(here));
  });
});

/** As a newer version would have written it: other header, right length, right name. */
async function renameAsChanged(target: ReturnType<typeof memoryTarget>, from: string, to: string): Promise<void> {
  const [name, bytes] = [...target.files].find(([file]) => file.endsWith('.pal'))!;
  const [renamed, changed] = asChanged(name, bytes, from, to);
  target.files.delete(name);
  target.files.set(renamed, changed);
}
