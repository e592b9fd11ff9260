import { HINT_KINDS, type Hint } from '../../model/hint';
import type { ProblemSeverity } from '../../model/problem-texts';
import type { IndicatorGround } from './indicator-ground';

const SEVERITIES: readonly ProblemSeverity[] = ['error', 'warning', 'suggestion', 'info'];
const KIND_ORDER = new Map(HINT_KINDS.map((kind, i) => [kind, i]));

/**
 * Most points at stake first, those without points last; then the graver, then as the table goes. The same hints always
 * come in the same order, whoever asks.
 */
export function inOrder(hints: readonly Hint[], grounds: readonly IndicatorGround[]): Hint[] {
  const places = new Map(grounds.map(({ indicator, order }) => [indicator.code, order]));
  return hints
    .map(hint => ({ hint, place: placeOf(hint, places) }))
    .sort((a, b) => compare(a.hint, b.hint) || a.place - b.place || compareKinds(a.hint, b.hint))
    .map(({ hint }) => hint);
}

function compare(a: Hint, b: Hint): number {
  return (b.points ?? -1) - (a.points ?? -1) || SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity);
}

function compareKinds(a: Hint, b: Hint): number {
  return KIND_ORDER.get(a.kind)! - KIND_ORDER.get(b.kind)! || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Hints of the whole table come before those of its indicators. */
function placeOf({ indicators }: Hint, places: ReadonlyMap<string, number>): number {
  const [first] = indicators;
  return first === undefined ? -1 : (places.get(first) ?? -1);
}
