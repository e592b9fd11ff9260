import type { Clause } from '../grammar/clause';
import { isMark } from '../grammar/clause';
import { CERTAIN, LIKELY, type Taken } from './reading';

type Points = number | 'weight';

/** A类得5分、B类得3分、C类不得分; 增值15分/保值9分; 优秀、良好、合格分别得5、3、1分 */
export function takeChoice(clauses: readonly Clause[], at: number, text: string): Taken | null {
  const listed = listedOptions(clauses[at]!);
  if (listed) return listed;
  const options: { label: string; award: Points }[] = [];
  let next = at;
  for (; next < clauses.length; next++) {
    const clause = clauses[next]!;
    const award = awardOf(clause);
    const label = clause.label ? labelName(clause.label) : slashedLabel(clauses, next, text);
    if (
      award === null ||
      label === null ||
      clause.each ||
      clause.bound ||
      options.some(option => option.label === label)
    )
      break;
    options.push({ label, award });
  }
  if (options.length < 2) return null;
  return { rule: { kind: 'choice', options }, taken: next - at, confidence: CERTAIN };
}

function listedOptions(clause: Clause): Taken | null {
  const { head } = clause;
  if (head?.kind !== 'effect' || head.sign !== 'award' || head.amount.type !== 'list') return null;
  const labels = clause.islands.flatMap(island => (isMark(island, 'label') ? [labelName(island.text)] : []));
  const { values } = head.amount;
  if (labels.length !== values.length || new Set(labels).size !== labels.length) return null;
  const options = labels.map((label, index) => ({ label, award: values[index]! }));
  return { rule: { kind: 'choice', options }, taken: 1, confidence: LIKELY };
}

function awardOf({ head }: Clause): Points | null {
  if (head?.kind === 'mark') return head.mark === 'zero' ? 0 : head.mark === 'full' ? 'weight' : null;
  if (head?.kind !== 'effect' || head.sign !== 'award' || head.discretion) return null;
  if (head.amount.type === 'full') return 'weight';
  return head.amount.type === 'points' ? head.amount.value : null;
}

/** What stands between slashes excludes each other, whatever it is called. */
function slashedLabel(clauses: readonly Clause[], at: number, text: string): string | null {
  const clause = clauses[at]!;
  const before = at > 0 && text[clause.start - 1] === '/';
  const after = at + 1 < clauses.length && text[clause.end] === '/';
  const name = clause.lead.replace(/[的:]+$/, '');
  return (before || after) && name.length > 0 && name.length <= 8 ? name : null;
}

function labelName(text: string): string {
  // 二类 stays as it is, A类 is A.
  return /^第?[一二三四]/.test(text) ? text : text.replace(/(?:等次|等级|档次|类|级|档|等)$/, '');
}
