import type { Clause } from '../grammar/clause';
import { isMark } from '../grammar/clause';
import { CERTAIN, LIKELY, type Taken } from './reading';

type Points = number | 'weight';

/** A类得5分、B类得3分、C类不得分; 增值15分/保值9分; 优秀、良好、合格分别得5、3、1分 */
export function takeChoice(clauses: readonly Clause[], at: number, text: string): Taken | null {
  const listed = listedOptions(clauses[at]!);
  if (listed) return listed;
  const degrees = degreesOfDone(clauses, at) ?? partsOfDone(clauses, at);
  if (degrees) return degrees;
  const options: { label: string; award: Points }[] = [];
  let next = at;
  for (; next < clauses.length; next++) {
    const clause = clauses[next]!;
    const award = awardOf(clause);
    const label = clause.label
      ? labelName(clause.label)
      : (slashedLabel(clauses, next, text) ?? namedBeside(clauses, next));
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

const MOST_DEGREES = 6;
const DEGREE =
  /^(?:按时|按期|如期|全部|全面|圆满|超额|较好|基本|部分|大部分|未|没有|不)(?:按时|按期)?(?:完成|落实|达到|达标|到位|建立|开展|实现)(?:任务|目标)?的?$/;

/** 按时完成得5分、基本完成得3分、未完成得0分: three degrees of one thing exclude each other. */
function degreesOfDone(clauses: readonly Clause[], at: number): Taken | null {
  const options: { label: string; award: Points }[] = [];
  for (const clause of clauses.slice(at, at + MOST_DEGREES)) {
    const award = awardOf(clause);
    if (award === null || !DEGREE.test(clause.lead)) break;
    options.push({ label: clause.lead.replace(/的$/, ''), award });
  }
  return choiceOfDegrees(options);
}

const PARTLY =
  /^(?:部分|基本|大部分|少部分|多数|少数|较)|(?:但|不够|不完善|不健全|不规范|不全面|不完整|较好|基本|部分|一般)/;
const NOT_AT_ALL = /^(?:未|没有|没|无|不)(?!.*但)/;

/** 建有并正常使用的得2分，建有但未正常使用的得1分，未建的不得分: all of it, part of it, nothing of it. */
function partsOfDone(clauses: readonly Clause[], at: number): Taken | null {
  const options: { label: string; award: Points }[] = [];
  const first = clauses[at]!;
  for (const clause of clauses.slice(at, at + MOST_DEGREES)) {
    const award = awardOf(clause);
    const last = options[options.length - 1]?.award;
    const falls = last === undefined || last === 'weight' || (award !== 'weight' && award !== null && award < last);
    const isPlain = !(clause.each || clause.bound || clause.level || clause.rank) && clause.sentence === first.sentence;
    const isNext = options.length === 0 || award === 0 || PARTLY.test(clause.lead);
    if (award === null || !falls || !isPlain || !isNext) break;
    options.push({ label: clause.lead.replace(/的$/, ''), award });
    if (award === 0) break;
  }
  const least = options[options.length - 1];
  return least?.award === 0 && NOT_AT_ALL.test(least.label) ? choiceOfDegrees(options) : null;
}

function choiceOfDegrees(options: { label: string; award: Points }[]): Taken | null {
  if (options.length < 3 || new Set(options.map(option => option.label)).size < options.length) return null;
  return { rule: { kind: 'choice', options }, taken: options.length, confidence: LIKELY };
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

/** 评为先进得5分、合格得3分: the first of a list whose next member is a label. */
function namedBeside(clauses: readonly Clause[], at: number): string | null {
  const clause = clauses[at]!;
  const after = clauses[at + 1];
  if (!after?.label || after.sentence !== clause.sentence || awardOf(after) === null) return null;
  const name = /^(?:被)?(?:评为|评定为|定为|获评|等次为)(.{1,6}?)的?$/.exec(clause.lead)?.[1];
  return name ?? null;
}

function labelName(text: string): string {
  // 二类 stays as it is, A类 is A.
  return /^第?[一二三四]/.test(text) ? text : text.replace(/(?:等次|等级|档次|类|级|档|等)$/, '');
}
