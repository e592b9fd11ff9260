import { bigramsOf } from './bigrams';
import type { ForbiddenEvent } from './requirement';

/** 案件, 现象 and the like name no event of their own. */
const GENERIC = new Set(
  '案件 事件 事故 现象 情况 情形 行为 问题 发生 重大 人员 干部 职工 部职 造成 引发 出现 等社 的情 的问 社会'.split(' '),
);

/** The pairs by which an event is recognised in other words; of a plain 事故 all that there is. */
export function eventPairs(event: ForbiddenEvent): Set<string> {
  const all = bigramsOf(event.objects.join('、'));
  const own = new Set([...all].filter(pair => !GENERIC.has(pair)));
  return own.size > 0 ? own : all;
}
