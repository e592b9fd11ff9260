import { type Clause, isMark } from '../grammar/clause';
import type { BoundIsland, Island } from '../grammar/island';
import { CERTAIN, type Taken } from './reading';

interface GradeBand {
  min?: number;
  max?: number;
  label: string;
}

/** 90分以上为优秀，80-89分为良好; 优秀（90分以上） */
export function takeGrades(clauses: readonly Clause[], at: number): Taken | null {
  const bands: GradeBand[] = [];
  const units = new Set<string>();
  let next = at;
  for (; next < clauses.length; next++) {
    const clause = clauses[next]!;
    if (clause.head && !isMark(clause.head, 'veto')) break;
    const found = gradesIn(clause.islands, units);
    if (found.length === 0) break;
    bands.push(...found);
  }
  const alone = bands.length === 1 && isGradeOfTotal(clauses[at]!);
  if ((bands.length < 2 && !alone) || new Set(bands.map(band => band.label)).size !== bands.length) return null;
  if (units.has('%') && units.has('分')) return null;
  bands.sort((a, b) => (b.min ?? Number.NEGATIVE_INFINITY) - (a.min ?? Number.NEGATIVE_INFINITY));
  return {
    rule: { kind: 'grade', bands, on: units.has('%') ? 'percent' : 'points' },
    taken: next - at,
    confidence: CERTAIN,
  };
}

/** 总分低于70分的为不达标单位: one grade is a list too; 不得评为合格 is a veto. */
function isGradeOfTotal({ lead, islands }: Clause): boolean {
  const ofTotal = /^(?:考核|考评|测评|年度|年终|最终|综合)*(?:总分|得分|总得分|总成绩|成绩)/.test(lead);
  return ofTotal && !islands.some(island => isMark(island, 'veto') && /^不/.test(island.text));
}

function gradesIn(islands: readonly Island[], units: Set<string>): GradeBand[] {
  const found: GradeBand[] = [];
  let bound: BoundIsland | null = null;
  let label: string | null = null;
  for (const island of islands) {
    if (island.kind === 'bound' && ['分', '%', ''].includes(island.unit)) bound = island;
    else label = labelOf(island) ?? label;
    if (bound && label) {
      const { min, max } = bound;
      units.add(bound.unit);
      found.push({ ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }), label });
      bound = null;
      label = null;
    }
  }
  return bound || (label && found.length === 0) ? [] : found;
}

function labelOf(island: Island): string | null {
  if (island.kind !== 'mark') return null;
  const names =
    island.mark === 'label' || island.mark === 'veto' || (island.mark === 'level' && island.text.endsWith('奖'));
  return names ? gradeName(island.text) : null;
}

/** 评为不合格等次 → 不合格 */
function gradeName(text: string): string {
  return text.replace(/^.*为/, '').replace(/(?<![一二三四])(?:等次|等级|档次|级|档|等|类)$/, '');
}
