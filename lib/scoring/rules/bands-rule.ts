import type { Band, BandEffect } from '../../model/rule';
import { type Clause, isMark } from '../grammar/clause';
import type { BoundIsland } from '../grammar/island';
import { isTimeUnit } from '../grammar/units';
import { CERTAIN, LIKELY, type Taken } from './reading';
import { isSameSubject, subjectOf } from './subject';

/** Looking for a run from every clause stays linear. */
const MOST_BANDS = 24;

/** 90%以上得满分，80%—90%得2分，80%以下不得分: one value, several bands. With 每起, each event falls into one. */
export function takeBands(clauses: readonly Clause[], at: number): Taken | null {
  const exact = exactBands(clauses, at);
  const all = exact ?? withWhole(clauses.slice(at, at + MOST_BANDS));
  const first = all[0]!;
  if (!isBand(first)) return null;
  const run: Clause[] = [];
  for (const clause of all) {
    if (!isBand(clause) || !fits(first, clause)) break;
    if (clause !== first && !isSameSubject(first.lead, subjectOf(clause))) break;
    run.push(clause);
  }
  if (run.length < 2) return null;
  const bands = run.map(clause => ({ bound: clause.bound!, effect: effectOf(clause)! }));
  if (first.each) {
    const each = bands.map(({ bound, effect }) => ({
      bound: bound.min === undefined ? { ...bound, min: 0 } : bound,
      effect,
    }));
    return taken('bands_each', each, run.length);
  }
  return taken('bands', bands, run.length);
}

interface BoundEffect {
  bound: BoundIsland;
  effect: BandEffect;
}

function taken(kind: 'bands' | 'bands_each', list: BoundEffect[], count: number): Taken | null {
  const tiled = tile(list);
  if (!tiled) return null;
  const bands = kind === 'bands' ? tiled : list.map(({ effect }) => tiled.find(band => band.effect === effect)!);
  return { rule: { kind, bands }, taken: count, confidence: count > 2 ? CERTAIN : LIKELY };
}

/**
 * 1起扣1分，2起扣3分，3起以上不得分: numbers without a comparison are bands of their own when they follow each other without
 * a hole; else the first is a price for each.
 */
function exactBands(clauses: readonly Clause[], at: number): Clause[] | null {
  const exact: Clause[] = [];
  let value = 0;
  for (let next = at; next < Math.min(clauses.length, at + MOST_BANDS); next++) {
    const clause = clauses[next]!;
    const found = clause.bound ? null : exactValue(clause);
    if (!found || effectOf(clause) === null || (value > 0 && found.value !== value + 1)) break;
    if (exact.length > 0 && exact[0]!.bound!.unit !== found.unit) break;
    value = found.value;
    exact.push({
      ...clause,
      each: null,
      bound: {
        ...found.place,
        kind: 'bound',
        min: value,
        minIncl: true,
        max: value,
        maxIncl: true,
        unit: found.unit,
        open: false,
        isRange: true,
      },
    });
  }
  const last = clauses[at + exact.length];
  const [first] = exact;
  if (!first || (last?.bound && !last.each && last.bound.unit === first.bound!.unit)) {
    if (
      !first ||
      !last ||
      last.bound!.min === undefined ||
      last.bound!.min + (last.bound!.minIncl ? 0 : 1) !== value + 1
    )
      return null;
    return [...exact, last];
  }
  return exact.length < 2 ? null : exact;
}

/** 全部落实得5分，落实80%以上得4分: all of it is 100 %. */
function withWhole(clauses: readonly Clause[]): readonly Clause[] {
  const [first, second] = clauses;
  if (!first || !second?.bound || first.bound || first.each || !/^(?:全部|全面|全员|均已?)/.test(first.lead))
    return clauses;
  if (!isBand(second) || second.bound.unit !== '%' || second.sentence !== first.sentence || !effectOf(first))
    return clauses;
  const { start, end } = first;
  const bound = {
    kind: 'bound',
    min: 100,
    minIncl: true,
    maxIncl: false,
    unit: '%',
    open: false,
    isRange: false,
  } as const;
  return [{ ...first, bound: { ...bound, start, end } }, ...clauses.slice(1)];
}

function exactValue(clause: Clause): { value: number; unit: string; place: { start: number; end: number } } | null {
  const { each } = clause;
  if (each) {
    const plain = !each.marked && each.verb === null && !isTimeUnit(each.unit);
    return plain ? { value: each.per, unit: each.unit, place: each } : null;
  }
  const counts = clause.islands.filter(island => isMark(island, 'count'));
  const [only] = counts;
  return counts.length === 1 && isMark(only, 'count') && !isTimeUnit(only.unit)
    ? { value: only.value, unit: only.unit, place: only }
    : null;
}

function isBand(clause: Clause): boolean {
  // 90%-95%每低1%扣0.4分 is a price for each step, not for an event.
  if (clause.each && (clause.each.verb !== null || clause.each.unit === '%')) return false;
  return clause.bound !== null && effectOf(clause) !== null;
}

function fits(first: Clause, clause: Clause): boolean {
  const units = [first.bound!.unit, clause.bound!.unit].filter(unit => unit !== '');
  if (new Set(units).size > 1) return false;
  // 每起损失5万元以下的扣0.5分，5万元以上的扣1分: 每起 holds for all of them.
  return clause.each === null
    ? first.each === null || clause.sentence === first.sentence
    : clause.each.unit === first.each?.unit;
}

function effectOf(clause: Clause): BandEffect | null {
  const { head } = clause;
  if (head?.kind === 'mark') {
    if (head.mark === 'zero') return { award: 0 };
    if (head.mark === 'full') return { award: 'weight' };
    return head.mark === 'noDeduct' ? { deduct: 0 } : null;
  }
  if (head?.kind !== 'effect' || head.discretion) return null;
  const { amount, sign } = head;
  if (amount.type === 'full') return { award: 'weight' };
  if (amount.type === 'ratio') return sign === 'award' ? { awardRatio: amount.value } : null;
  if (amount.type !== 'points') return null;
  if (sign === 'deduct') return { deduct: amount.value };
  return sign === 'award' ? { award: amount.value } : { delta: amount.value };
}

/**
 * Highest band first, each ending where the next one begins: of 超过6%, 超过7%, 超过8% only the highest applies, and a
 * value that two bands share belongs to 以上.
 */
function tile(list: readonly BoundEffect[]): Band[] | null {
  const ends = list.map(({ bound, effect }) => ({ ...bound, effect }));
  const rising = ends.filter(end => end.max === undefined).sort((a, b) => b.min! - a.min!);
  for (const [index, end] of rising.entries()) {
    const above = rising[index - 1];
    if (above) Object.assign(end, { max: above.min, maxIncl: !above.minIncl });
  }
  const falling = ends.filter(end => end.min === undefined).sort((a, b) => a.max! - b.max!);
  for (const [index, end] of falling.entries()) {
    const below = falling[index - 1];
    if (below) Object.assign(end, { min: below.max, minIncl: !below.maxIncl });
  }
  for (const end of ends) {
    if (end.max === undefined) continue;
    const others = ends.filter(other => other !== end);
    if (end.isRange || end.open)
      end.maxIncl = end.maxIncl || !others.some(other => other.min === end.max && other.minIncl);
    if (end.open && others.some(other => other.min === end.max && other.minIncl)) end.maxIncl = false;
    if (end.isRange && others.some(other => other.max === end.min && other.maxIncl && !other.isRange && !other.open))
      end.minIncl = false;
  }
  ends.sort((a, b) => (b.min ?? Number.NEGATIVE_INFINITY) - (a.min ?? Number.NEGATIVE_INFINITY));
  for (const [index, end] of ends.entries()) {
    const below = ends[index + 1];
    if (below && (below.max ?? Number.POSITIVE_INFINITY) > (end.min ?? Number.NEGATIVE_INFINITY)) return null;
  }
  return ends.map(({ min, minIncl, max, maxIncl, effect }) => ({
    ...(min === undefined ? {} : { min, ...(minIncl ? {} : { minIncl }) }),
    ...(max === undefined ? {} : { max, ...(maxIncl ? { maxIncl } : {}) }),
    effect,
  }));
}
