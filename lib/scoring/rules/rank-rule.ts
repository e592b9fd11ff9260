import { type Clause, isMark } from '../grammar/clause';
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
    const values = rankValues(clauses[next]!) ?? fullFirst(clauses, at, next) ?? plainRanks(clauses[next]!, next > at);
    if (!values || values.keys.some(key => String(key) in table)) break;
    for (const [index, key] of values.keys.entries()) table[key] = values.points[index]!;
    delta ||= values.delta;
  }
  if (next === at) return null;
  const rule = { kind: 'rank' as const, table, ...(delta ? { delta } : {}) };
  const last = clauses[next];
  const step = last ? stepOf(last) : null;
  if (step !== null) return { rule: { ...rule, step }, taken: next - at + 1, confidence: LIKELY };
  const rest = last ? restOf(last, delta) : null;
  if (rest !== null) return { rule: { ...rule, else: rest }, taken: next - at + 1, confidence: CERTAIN };
  return { rule, taken: next - at, confidence: CERTAIN };
}

interface RankValues {
  keys: number[];
  points: number[];
  delta: boolean;
}

function rankValues(clause: Clause): RankValues | null {
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

/** 前5名的得满分，6-10名的扣1分: nothing is lost there, where the next place loses something. */
function fullFirst(clauses: readonly Clause[], at: number, next: number): RankValues | null {
  const clause = clauses[next]!;
  const after = clauses[next + 1]?.head;
  if (next !== at || !clause.rank || (!isMark(clause.head, 'full') && !isFullAward(clause))) return null;
  if (after?.kind !== 'effect' || after.sign !== 'deduct') return null;
  const keys = ranksOf(clause.rank);
  return keys.length === 0 ? null : { keys, points: keys.map(() => 0), delta: true };
}

function isFullAward({ head }: Clause): boolean {
  return head?.kind === 'effect' && head.sign === 'award' && head.amount.type === 'full';
}

/** 6-10名的扣1分 behind a rank: without 第. */
function plainRanks({ head, bound, lead, each }: Clause, isFollowing: boolean): RankValues | null {
  if (!isFollowing || each || !bound?.isRange || bound.unit !== '人' || !/^\d+-+\d+名的?$/.test(lead)) return null;
  if (head?.kind !== 'effect' || head.discretion || head.amount.type !== 'points') return null;
  const { min = 0, max = 0 } = bound;
  if (min < 1 || max > MOST_RANKS) return null;
  const keys = upTo(min, max);
  const points = head.amount.value * (head.sign === 'deduct' ? -1 : 1);
  return { keys, points: keys.map(() => points), delta: head.sign !== 'award' };
}

/** 每降一个名次扣1分, 依次递减1分 */
function stepOf({ head, each, lead }: Clause): number | null {
  if (head?.kind !== 'effect' || head.amount.type !== 'points') return null;
  const falls =
    /递减?|递降/.test(lead) ||
    (head.sign === 'deduct' && (each?.unit === '名次' || (each?.verb === 'down' && /^[位人]$/.test(each.unit))));
  return falls ? -head.amount.value / (each?.per ?? 1) : null;
}

function restOf({ head, lead }: Clause, delta: boolean): number | null {
  if (!/^(?:其余|其他|其它|剩余|余下)/.test(lead) && !ONWARDS.test(lead)) return null;
  if (head?.kind === 'mark') return ['zero', 'noBonus'].includes(head.mark) ? 0 : null;
  if (head?.kind !== 'effect' || head.amount.type !== 'points') return null;
  if (head.sign === 'deduct') return delta ? -head.amount.value : null;
  return head.amount.value;
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
