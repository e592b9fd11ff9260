import type { Clause } from '../grammar/clause';
import { hasMark, isMark } from '../grammar/clause';
import { CERTAIN, type Taken } from './reading';

const BEST = /(最高|最大|最多|最优|最好|第一名|排名第一)[^,;。]{0,8}?(?:为|得|计|记|是|作为|的)/;

/** 以最高值为满分，其他按比例得分 */
export function takeRatioToBest(clauses: readonly Clause[], at: number, text: string): Taken | null {
  const first = clauses[at]!;
  const words = text.slice(first.start, first.end);
  const best =
    /最高值|最高分|最大值|最高者|最多者|最优值|最高数|最高单位|第一名|排名第一|最高|最多|最大|最优|最好/.exec(
      words,
    )?.[0];
  // 以最低值为满分，其余按比例: the less the better, which no formula here says.
  const least = /以最(?:低|小|少|短|优者?最低)[^,;。]{0,8}(?:满分|得分|基准)/.test(words);
  if (least) return unparsedWith(clauses, at, text);
  if (!best) return null;
  if (isMark(first.head, 'byRatio')) return taken(best, 1);
  const second = clauses[at + 1];
  const isTop = isMark(first.head, 'full') || (first.head?.kind === 'effect' && first.head.amount.type === 'full');
  if (!isTop || !BEST.test(words) || !second || second.sentence !== first.sentence) return null;
  return isMark(second.head, 'byRatio') || isRatioTo(second, text) || (hasMark(second, 'rate') && second.head === null)
    ? taken(best, 2)
    : null;
}

/** 其他单位按与第一名的比值折算得分 */
function isRatioTo({ start, end, head }: Clause, text: string): boolean {
  return (
    (head === null || isMark(head, 'stray')) &&
    /按[^,;。]{0,12}(?:比值|之比|比)(?:折算|换算|计算|计)/.test(text.slice(start, end))
  );
}

function unparsedWith(clauses: readonly Clause[], at: number, text: string): Taken {
  const next = clauses[at + 1];
  const isSame = next !== undefined && next.sentence === clauses[at]!.sentence && isMark(next.head, 'byRatio');
  const end = (isSame ? next : clauses[at]!).end;
  const rule = { kind: 'unparsed' as const, text: text.slice(clauses[at]!.start, end) };
  return { rule, taken: isSame ? 2 : 1, confidence: 0 };
}

function taken(best: string, count: number): Taken {
  return { rule: { kind: 'ratio_to_best', best }, taken: count, confidence: CERTAIN };
}
