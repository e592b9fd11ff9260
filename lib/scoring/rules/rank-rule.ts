import type { Clause } from '../grammar/clause';
import { readNumber } from '../grammar/numerals';
import { CERTAIN, LIKELY, type Taken } from './reading';

const MOST_RANKS = 200;
/** 第4名及以后 */
const ONWARDS = /[名位](?:及|或)?(?:以后|之后|以下|以外)/;

/** 第一名得5分，第二名得4分，其余得1分; 前三名分别加3、2、1分; 末位扣2分 */
export function takeRanks(clauses: readonly Clause[], at: number): Taken | null {
  const table: Record<string, number> = {};
  let delta = false;
  let next = at;
  for (; next < clauses.length; next++) {
    const values = rankValues(clauses[next]!);
    if (!values || values.keys.some(key => String(key) in table)) break;
    for (const [index, key] of values.keys.entries()) table[key] = values.points[index]!;
    delta ||= values.delta;
  }
  if (next === at) return null;
  const rule = { kind: 'rank' as const, table, ...(delta ? { delta } : {}) };
  const last = clauses[next];
  const step = last ? stepOf(last) : null;
  if (step !== null) return { rule: { ...rule, step }, taken: next - at + 1, confidence: LIKELY };
  const rest = last ? restOf(last) : null;
  if (rest !== null) return { rule: { ...rule, else: rest }, taken: next - at + 1, confidence: CERTAIN };
  return { rule, taken: next - at, confidence: CERTAIN };
}

function rankValues(clause: Clause): { keys: number[]; points: number[]; delta: boolean } | null {
  const { head, rank } = clause;
  // 连续三个月排名末位 is a case that has happened or not, no rank to look up.
  if (!rank || clause.each || clause.bound || /连续/.test(clause.lead) || ONWARDS.test(clause.lead)) return null;
  const keys = ranksOf(rank);
  if (keys.length === 0) return null;
  if (head?.kind === 'mark' && head.mark === 'zero') return { keys, points: keys.map(() => 0), delta: false };
  if (head?.kind !== 'effect' || head.discretion) return null;
  const sign = head.sign === 'deduct' ? -1 : 1;
  const points =
    head.amount.type === 'points'
      ? keys.map(() => (head.amount as { value: number }).value)
      : head.amount.type === 'list'
        ? head.amount.values
        : null;
  if (points?.length !== keys.length) return null;
  return { keys, points: points.map(value => value * sign), delta: head.sign !== 'award' };
}

/** 每降一个名次扣1分, 依次递减1分 */
function stepOf({ head, each, lead }: Clause): number | null {
  if (head?.kind !== 'effect' || head.amount.type !== 'points') return null;
  const falls = /递减?|递降/.test(lead) || (each?.unit === '名次' && head.sign === 'deduct');
  return falls ? -head.amount.value / (each?.per ?? 1) : null;
}

function restOf({ head, lead }: Clause): number | null {
  if (!/^(?:其余|其他|其它|剩余|余下)/.test(lead) && !ONWARDS.test(lead)) return null;
  if (head?.kind === 'mark') return ['zero', 'noBonus'].includes(head.mark) ? 0 : null;
  return head?.kind === 'effect' && head.amount.type === 'points' && head.sign !== 'deduct' ? head.amount.value : null;
}

/** "前三名" → 1, 2, 3; "末两位" → -1, -2; "第4至6名" → 4, 5, 6 */
function ranksOf(text: string): number[] {
  if (/^(?:首位|榜首)$/.test(text)) return [1];
  if (/^(?:末位|末名|倒数第一)$/.test(text)) return [-1];
  const numbers = text.match(/\d+|[一二两三四五六七八九十]+/g)?.map(number => readNumber(number) ?? 0) ?? [];
  if (numbers.length === 0 || numbers.some(number => number < 1 || number > MOST_RANKS)) return [];
  const [first = 0, last = 0] = numbers;
  if (/倒数第/.test(text)) return [-first];
  if (/^前/.test(text)) return upTo(1, first);
  if (/^(?:后|末|最后|倒数)/.test(text)) return upTo(1, first).map(rank => -rank);
  if (/[至到-]/.test(text)) return upTo(first, last);
  return numbers;
}

function upTo(first: number, last: number): number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}
