import { HINT_KINDS, type Hint } from '../../model/hint';
import type { ProblemSeverity } from '../../model/problem-texts';
import type { IndicatorGround } from './indicator-ground';

const SEVERITIES: readonly ProblemSeverity[] = ['error', 'warning', 'suggestion', 'info'];
const SEVERITY_ORDER = new Map(SEVERITIES.map((severity, i) => [severity, i]));
const KIND_ORDER = new Map(HINT_KINDS.map((kind, i) => [kind, i]));

/**
 * Most points at stake first, those without points last; then the graver, then as the table goes. The same hints always
 * come in the same order, whoever asks.
 */
export function inOrder(hints: readonly Hint[], grounds: readonly IndicatorGround[]): Hint[] {
  const places = new Map(grounds.map(({ indicator, order }) => [indicator.code, order]));
  return hints
    .map(hint => ({ hint, points: hint.points ?? -1, rank: rankOf(hint, placeOf(hint, places), grounds.length) }))
    .sort((a, b) => b.points - a.points || a.rank - b.rank || (a.hint.id < b.hint.id ? -1 : 1))
    .map(({ hint }) => hint);
}

/** Severity, then place, then kind, as one number: compared tens of thousands of times. */
function rankOf({ severity, kind }: Hint, place: number, places: number): number {
  return (SEVERITY_ORDER.get(severity)! * (places + 1) + place + 1) * HINT_KINDS.length + KIND_ORDER.get(kind)!;
}

/** Hints of the whole table come before those of its indicators. */
function placeOf({ indicators }: Hint, places: ReadonlyMap<string, number>): number {
  const [first] = indicators;
  return first === undefined ? -1 : (places.get(first) ?? -1);
}
