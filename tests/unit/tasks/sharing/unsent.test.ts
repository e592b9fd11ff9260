import { expect, it } from 'vitest';
import { AppError } from '../../../../lib/model/app-error';
import { memoryTarget } from '../../../../lib/sync/targets/memory';
import { makePackage } from '../../../../lib/tasks/sharing/package-file';
import { countUnsentInFiles } from '../../../../lib/tasks/sharing/unsent';
import { codeOf } from '../../store/test-store';
import { firstPc, joinedPc, type Pc, PLACE } from './two-pcs';

const campaignOf = async ({ store, id }: Pc) => (await store.campaigns.get(id))!;
const unsent = async (pc: Pc) => countUnsentInFiles(pc.store, await campaignOf(pc), PLACE);

it('edits count as sent once their file is at the place, not once it is made', async () => {
  const target = memoryTarget();
  const zhang = await firstPc('张三');
  await zhang.write('1.1', '甲');
  await zhang.sync(target);
  expect(await unsent(zhang)).toBe(0);

  await zhang.write('1.2', '乙');
  const put = target.put;
  target.put = async () => {
    throw new AppError('sync-unreachable', { host: 'dav' });
  };
  expect(await codeOf(zhang.sync(target))).toBe('sync-unreachable');
  expect(await zhang.store.segments(zhang.id).unsealed()).toEqual([]);
  expect(await unsent(zhang)).toBe(1);

  target.put = put;
  await zhang.sync(target);
  expect(await unsent(zhang)).toBe(0);
});

it('a package that was carried by hand leaves the place as it was', async () => {
  const target = memoryTarget();
  const zhang = await firstPc('张三');
  await zhang.sync(target);
  await zhang.write('1.1', '甲');
  const about = { store: zhang.store, campaign: await campaignOf(zhang), actor: '张三', pc: '张三的电脑' };
  await makePackage({ ...about, now: Date.now, readable: [] });
  expect(await unsent(zhang)).toBe(1);
  await zhang.sync(target);
  expect(await unsent(zhang)).toBe(0);
});

it('what is packed into one file has been sent with the files that it was packed from', async () => {
  const target = memoryTarget();
  const zhang = await firstPc('张三');
  for (let n = 1; n < 8; n++) {
    await zhang.write(`1.${n}`, '甲');
    await zhang.sync(target);
  }
  target.put = async name => {
    if (name.includes('/p-')) throw new AppError('sync-unreachable', { host: 'dav' });
  };
  await zhang.write('1.8', '甲');
  expect(await codeOf(zhang.sync(target))).toBe('sync-unreachable');
  expect(await unsent(zhang)).toBe(0);
  expect(await unsent(await joinedPc('李四', target))).toBeGreaterThan(0);
});
