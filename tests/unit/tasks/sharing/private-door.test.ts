import { beforeEach, describe, expect, it } from 'vitest';
import { type MemoryTarget, memoryTarget } from '../../../../lib/sync/targets/memory';
import { openPackage } from '../../../../lib/sync/targets/package';
import { makePackage } from '../../../../lib/tasks/sharing/package-file';
import { keepNumbers } from '../../../../lib/tasks/sharing/private-door';
import { readProject } from '../../../../lib/tasks/sharing/read-project';
import { readStatus } from '../../../../lib/tasks/sharing/sharing-settings';
import { item } from '../../store/test-store';
import { firstPc, joinedPc, type Pc } from './two-pcs';

const NUMBER = '13812345678';
const WITH = `联系人张三 ${NUMBER}`;
const MASKED = '联系人张三 138****5678';

let target: MemoryTarget;
let zhang: Pc;
let li: Pc;

beforeEach(async () => {
  target = memoryTarget();
  zhang = await firstPc('张三');
  await zhang.sync(target);
  li = await joinedPc('李四', target);
});

const waiting = async () => (await readStatus(zhang.store, zhang.id)).waiting;
const told = async (pc: Pc, code: string) => {
  const entries = await pc.store.journal(pc.id).history(item(code), 'completion');
  return entries.map(({ after }) => after);
};
async function exchange(): Promise<void> {
  await zhang.sync(target);
  await li.sync(target);
}

describe('a number typed while syncing is on', () => {
  it('waits on this PC, is told, and holds up nothing else', async () => {
    await zhang.write('1.1', WITH);
    await zhang.write('1.2', '别的');
    await exchange();
    expect(await waiting()).toBe(1);
    expect(await li.text('1.2')).toBe('别的');
    expect(await li.text('1.1')).toBeUndefined();
    expect(await zhang.text('1.1')).toBe(WITH);
    await zhang.write('1.3', '又写了');
    await exchange();
    expect(await waiting()).toBe(1);
    expect(await li.text('1.3')).toBe('又写了');
  });

  it('goes as it is once a person has decided to keep it, here and wherever else it is typed', async () => {
    await zhang.write('1.1', WITH);
    await exchange();
    await keepNumbers(zhang.store, zhang.id, [NUMBER]);
    await zhang.write('1.2', `再写一次 138 1234 5678`);
    await exchange();
    expect(await waiting()).toBe(0);
    expect(await li.text('1.1')).toBe(WITH);
    expect(await li.text('1.2')).toBe('再写一次 138 1234 5678');
  });

  it('is not to be read in the history either once it was masked, or written over', async () => {
    await zhang.write('1.1', WITH);
    await exchange();
    await zhang.write('1.1', MASKED);
    await zhang.write('1.2', WITH);
    await zhang.write('1.2', '没有号码');
    await exchange();
    expect(await waiting()).toBe(0);
    expect(await told(li, '1.1')).toEqual([MASKED, MASKED]);
    expect(await told(li, '1.2')).toEqual([MASKED, '没有号码']);
    // Here nothing is lost.
    expect(await told(zhang, '1.1')).toEqual([WITH, MASKED]);
    // What both have is the same, so that either may go on.
    await li.write('1.1', '李四改的');
    await li.sync(target);
    await zhang.sync(target);
    expect(await zhang.text('1.1')).toBe('李四改的');
  });

  it('waits with the earlier texts of its field', async () => {
    await zhang.write('1.1', WITH);
    await zhang.write('1.1', `${WITH}，另有 13912345678`);
    await exchange();
    expect(await waiting()).toBe(2);
    expect(await told(li, '1.1')).toEqual([]);
  });

  it('is in no package either', async () => {
    await zhang.write('1.1', WITH);
    await zhang.write('1.2', '别的');
    const campaign = (await zhang.store.campaigns.get(zhang.id))!;
    const about = { store: zhang.store, campaign, actor: '张三', pc: '张三的电脑', now: Date.now, readable: [] };
    const bytes = await makePackage(about);
    const packed = openPackage(bytes, '数据包.zip');
    const read = await readProject({ target: packed, project: zhang.id, keys: [], now: Date.now });
    expect(JSON.stringify(read.records)).toContain('别的');
    expect(JSON.stringify(read.records)).not.toContain(NUMBER);
  });
});
