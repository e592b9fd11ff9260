import { expect, it } from 'vitest';
import { memoryTarget } from '../../../../lib/sync/targets/memory';
import { conflictsIn } from '../../../../lib/tasks/sharing/conflicts';
import { suggestMerge } from '../../../../lib/tasks/sharing/suggest-merge';
import { item } from '../../store/test-store';
import { firstPc, joinedPc } from './two-pcs';

async function suggested(base: string, ours: string, theirs: string): Promise<string | null> {
  const target = memoryTarget();
  const zhang = await firstPc('张三');
  await zhang.write('1.1', base);
  await zhang.sync(target);
  const li = await joinedPc('李四', target);
  await zhang.write('1.1', ours);
  await li.write('1.1', theirs);
  for (const pc of [zhang, li, zhang]) await pc.sync(target);
  const journal = zhang.store.journal(zhang.id);
  const [conflict] = conflictsIn(await journal.state());
  return suggestMerge(conflict!, await journal.history(item('1.1'), 'completion'), '原表文字');
}

it('sentences that each has added are offered together, from the text where the two parted', async () => {
  const base = '已制定方案。';
  const both = await suggested(base, `${base}开展宣传3次。`, `已制定方案。台账齐全。`);
  expect(both).toContain('开展宣传3次。');
  expect(both).toContain('台账齐全。');
});

it('nothing is offered where both changed one sentence: nobody wrote what would come out', async () => {
  expect(await suggested('开展宣传3次。', '开展宣传4次。', '开展宣传5次。')).toBeNull();
});
