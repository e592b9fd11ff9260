import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { findProjects } from '../../../lib/sync/find-projects';
import { synchronise } from '../../../lib/sync/synchronise';
import { newPackage, openPackage, zipPackage } from '../../../lib/sync/targets/package';
import { memorySyncStore } from '../../fixtures/sync/memory-sync-store';
import { op } from '../../fixtures/sync/ops';

const PROJECT = '0123456789abcdef0123456789abcdef';
const pc = (replica: string) => memorySyncStore({ replica, now: () => 0 });
const run = (store: ReturnType<typeof pc>, target: ReturnType<typeof openPackage>, direction: 'take' | 'give') =>
  synchronise({
    project: PROJECT,
    actor: '李',
    target,
    remote: 'package',
    store,
    now: () => 0,
    direction,
    refill: true,
  });

async function packageOf(store: ReturnType<typeof pc>): Promise<Uint8Array> {
  const made = newPackage();
  await run(store, made, 'give');
  return zipPackage(made, [{ name: '进度.xlsx', bytes: strToU8('readable') }]);
}

describe('a package carried by hand', () => {
  it('brings everything once, however often and late it is taken in', async () => {
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.write(op('aaaaaaaa', '甲'));
    const first = await packageOf(a);
    a.write(op('aaaaaaaa', '乙'));
    const second = await packageOf(a);
    expect((await run(b, openPackage(second, '二.zip'), 'take')).merged.added).toBe(2);
    for (const late of [first, second, first]) {
      expect((await run(b, openPackage(late, '一.zip'), 'take')).merged.added).toBe(0);
    }
    expect(b.log.size).toBe(2);
    expect(await findProjects(openPackage(first, '一.zip'))).toEqual([PROJECT]);
  });

  it('is the same file when nothing has changed', async () => {
    const a = pc('aaaaaaaa');
    a.write(op('aaaaaaaa', '甲'));
    expect(await packageOf(a)).toEqual(await packageOf(a));
  });

  it('is known within a folder that a person put around it', async () => {
    const [a, b] = [pc('aaaaaaaa'), pc('bbbbbbbb')];
    a.write(op('aaaaaaaa', '甲'));
    const made = newPackage();
    await run(a, made, 'give');
    const wrapped = zipSync(Object.fromEntries([...made.files].map(([name, bytes]) => [`科室进度/${name}`, bytes])));
    expect((await run(b, openPackage(wrapped, '三.zip'), 'take')).merged.added).toBe(1);
  });

  it.each([
    ['no zip', new Uint8Array([1, 2, 3])],
    ['a zip of other things', zipSync({ 'a.txt': strToU8('x') })],
  ])('is refused in words when it is %s', (_, bytes) => {
    expect(() => openPackage(bytes, '别的.zip')).toThrowError(expect.objectContaining({ code: 'sync-not-a-package' }));
  });
});
