import type { Band, RuleOf } from '../../model/rule';
import type { RuleInput, RuleResult } from '../../model/rule-input';
import { inBand } from './comparing';
import { decimal, larger } from './decimal';
import type { Decimal } from './decimal-number';
import { afterDeduction, ask, awarded, firstKnown, known, pointsOf, scored, toTotal } from './outcome';

const NONE = decimal(0);

export function bands(rule: RuleOf<'bands'>, input: RuleInput): RuleResult {
  const actual = firstKnown(input, 'actual', 'value', 'count', 'late', 'percent') ?? known(input.rate)?.times(100);
  if (!actual) return ask('missing-input', 'actual');
  const band = rule.bands.find(one => inBand(actual, one));
  if (band) return effect(band, input);
  if (!isBeyondTheLeast(rule.bands, actual)) return { score: null, status: 'gap' };
  const { effect: least } = rule.bands[0]!;
  if (rule.bands.some(one => 'deduct' in one.effect)) return afterDeduction(input, NONE);
  return 'delta' in least ? toTotal(NONE) : awarded(input, NONE);
}

function effect(band: Band, input: RuleInput): RuleResult {
  if ('deduct' in band.effect) return afterDeduction(input, decimal(band.effect.deduct));
  if ('delta' in band.effect) return toTotal(decimal(band.effect.delta));
  const points =
    'award' in band.effect
      ? pointsOf(band.effect.award, input)
      : (known(input.weight)?.times(band.effect.awardRatio) ?? null);
  return points ? awarded(input, points) : ask('missing-input', 'weight');
}

/** Outside all bands, on the side where they cost or give least: nothing happens there. Elsewhere nobody has said. */
function isBeyondTheLeast(all: readonly Band[], value: Decimal): boolean {
  const above = all.every(({ max }) => max !== undefined && value.gte(max));
  const below = all.every(({ min }) => min !== undefined && value.lte(min));
  if (!above && !below) return false;
  const takes = all.some(({ effect }) => 'deduct' in effect);
  const size = ({ effect }: Band): number => {
    // Among deductions, 不得分 costs most.
    if (takes && !('deduct' in effect)) return Number.POSITIVE_INFINITY;
    const [points] = Object.values(effect);
    return points === 'weight' ? Number.POSITIVE_INFINITY : Math.abs(points ?? 0);
  };
  const top = all[0]!;
  const bottom = all[all.length - 1]!;
  return above ? size(top) < size(bottom) : size(bottom) < size(top);
}

export function bandsEach(rule: RuleOf<'bands_each'>, input: RuleInput): RuleResult {
  if (!input.events) return ask('missing-input', 'events');
  let deducted = NONE;
  for (const event of input.events) {
    const band = rule.bands.find(one => inBand(decimal(event), one));
    if (!band) return { score: null, status: 'gap' };
    if (!('deduct' in band.effect)) return ask('clause-not-understood', String(event));
    deducted = deducted.plus(band.effect.deduct);
  }
  return afterDeduction(input, deducted, rule);
}

export function rank(rule: RuleOf<'rank'>, input: RuleInput): RuleResult {
  const { rank: place } = input;
  if (place === undefined) return ask('missing-input', 'rank');
  const points = rankPoints(rule, place, firstKnown(input, 'of', 'total', 'count')?.toNumber());
  if (points === null) return ask('missing-input', 'of');
  if (!rule.delta) return awarded(input, points);
  if (points.gte(0) || known(input.weight) === null) return toTotal(points);
  return afterDeduction(input, points.neg());
}

function rankPoints(rule: RuleOf<'rank'>, place: number, of: number | undefined): Decimal | null {
  const stated = rule.table[String(place)];
  if (stated !== undefined) return decimal(stated);
  const keys = Object.keys(rule.table).map(Number);
  if (keys.some(key => key < 0)) {
    if (of === undefined) return null;
    const fromEnd = rule.table[String(place - of - 1)];
    if (fromEnd !== undefined) return decimal(fromEnd);
  }
  const last = Math.max(...keys);
  if (rule.step !== undefined && place > last) {
    return larger(decimal(rule.table[String(last)]!).plus(decimal(rule.step).times(place - last)), NONE);
  }
  return decimal(rule.else ?? 0);
}

export function grade(rule: RuleOf<'grade'>, input: RuleInput): RuleResult {
  const value =
    firstKnown(input, 'score', 'total', 'points', 'percent', 'value', 'actual', 'raw', 'got') ??
    known(input.rate)?.times(100);
  if (!value) return ask('missing-input', 'score');
  const band = rule.bands.find(
    ({ min, max }) => (min === undefined || value.gte(min)) && (max === undefined || value.lte(max)),
  );
  return band ? { score: null, label: band.label, status: 'ok' } : { score: null, status: 'gap' };
}

export function fold(rule: RuleOf<'fold'>, input: RuleInput): RuleResult {
  const raw = known(input.raw) ?? known(input.score);
  return raw ? scored(raw.times(rule.factor)) : ask('missing-input', 'raw');
}
