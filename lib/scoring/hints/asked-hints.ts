import type { Hint } from '../../model/hint';
import type { CountView } from './answer-views';
import { covers } from './bigrams';
import { indicatorHint, quotesOf, short, text } from './draft';
import type { IndicatorView } from './indicator-view';
import { asksForCount, asksForEvent } from './shared-answers';

/** A measure named by less than this share of its words is not mentioned. */
const MENTIONED = 0.1;
const FEWEST_PAIRS = 4;

/** What the indicator's own words ask for and nobody has answered yet. */
export function askedHints(view: IndicatorView): Hint[] {
  const hints = measuresHint(view);
  for (const count of view.counts) hints.push(...countHint(view, count));
  hints.push(...recurringHint(view), ...forbiddenHint(view));
  return hints;
}

function measuresHint({ ground, progress, completion, measuresDone }: IndicatorView): Hint[] {
  const { measures } = ground;
  const missing = measures.filter(({ number, pairs, counted }) => {
    if (progress.measuresDone.has(number)) return false;
    // Who has written all that is asked need not tick as well: only what the text leaves out is told.
    if (!progress.filled) return true;
    return !counted && pairs.size >= FEWEST_PAIRS && !covers(pairs, completion.folded, MENTIONED);
  });
  if (missing.length === 0) return [];
  const numbers = missing.map(({ number }) => number);
  const line = progress.filled
    ? text('measures/unmentioned', { numbers: numbers.join('、'), quote: short(missing[0]!.why.quote, 24) })
    : measures.length === 1
      ? text('measures/single')
      : text('measures', { done: measuresDone, total: measures.length });
  return [
    indicatorHint(ground, line, {
      severity: 'suggestion',
      field: progress.filled ? 'completion' : 'measures',
      why: missing.map(({ why }) => why),
      action: { type: 'tick-measures', measures: numbers },
      points: ground.weight,
      source: 'table',
      dismissible: true,
    }),
  ];
}

function countHint({ ground, progress }: IndicatorView, count: CountView): Hint[] {
  const { requirement } = count;
  // The scoring rule asks for the same number and says what it costs: once is enough.
  if (count.met || ground.rule?.clauses.some(clause => asksForCount(clause, requirement))) return [];
  const { key, unit, passages } = requirement;
  return [
    indicatorHint(ground, countLine(count, progress.filled), {
      of: key,
      severity: progress.filled ? 'warning' : 'suggestion',
      field: 'completion',
      why: quotesOf(passages),
      action: { type: 'enter-count', requirement: key, need: requirement.perYear, unit },
      points: ground.weight,
      source: 'table',
      dismissible: true,
    }),
  ];
}

function countLine({ requirement, have, from }: CountView, filled: boolean) {
  const { unit, perYear: need, period, comparison } = requirement;
  const quote = short(requirement.passages[0]!.quote);
  const values = { quote, need, unit, have: have ?? 0 };
  const upper = comparison === '<=' || comparison === '<';
  if (have === null && unit === '%') return text('count/rate', { quote });
  if (upper) return have === null ? text('count/limit', { quote }) : text('over-limit', values);
  if (have === null && filled) return text('count/unstated', values);
  if (from === 'completion') return text('count/stated', { ...values, missing: difference(need, have ?? 0) });
  return period !== null && period !== 'year' ? text('count/period', values) : text('count', values);
}

/** At least one more where "more than" is asked. */
function difference(need: number, have: number): number {
  return Math.max(1, Math.round((need - have) * 100) / 100);
}

function recurringHint({ ground, completion }: IndicatorView): Hint[] {
  if (ground.recurring.length === 0) return [];
  const regular = ground.recurring.filter(({ ongoing }) => !ongoing);
  const asked = regular.length > 0 ? regular : ground.recurring;
  const [first] = asked;
  if (!first || (regular.length > 0 ? completion.isDated() : completion.folded !== '')) return [];
  const quote = short(first.passages[0]!.quote);
  return [
    indicatorHint(ground, text(first.ongoing ? 'recurring/ongoing' : 'recurring', { quote }), {
      severity: first.ongoing ? 'info' : 'suggestion',
      field: 'completion',
      why: asked.flatMap(({ passages }) => quotesOf(passages)),
      action: { type: 'fill', field: 'completion' },
      points: ground.weight,
      source: 'table',
      dismissible: true,
    }),
  ];
}

/** One hint for all of them: each is confirmed by itself, but nobody wants six lines. */
function forbiddenHint({ ground, events }: IndicatorView): Hint[] {
  if (events.length === 0) return [];
  const open = events.filter(({ state }) => state === 'open').map(({ requirement }) => requirement);
  const [first] = open;
  if (!first || ground.rule?.clauses.some(clause => asksForEvent(clause, events))) return [];
  const quote = short(first.passages[0]!.quote);
  const line =
    open.length === 1 ? text('forbidden', { quote }) : text('forbidden/several', { count: open.length, quote });
  return [
    indicatorHint(ground, line, {
      severity: 'suggestion',
      field: 'completion',
      why: open.flatMap(({ passages }) => quotesOf(passages)),
      action: { type: 'confirm-none', requirements: open.map(({ key }) => key) },
      points: ground.weight,
      source: 'table',
      dismissible: true,
    }),
  ];
}
