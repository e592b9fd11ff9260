import type { Hint, HintText, Quote } from '../../model/hint';
import { formatPoints, type Points } from '../../model/points';
import { indicatorHint, quotesOf, short, text } from './draft';
import { type IndicatorView, isBlank } from './indicator-view';

/** A tenth of a point. */
const STEP = 1_000;
/** "3." and "-" are numbers that somebody is still typing. */
const UNFINISHED_NUMBER = /^\s*[-－]?(?:[\d０-９]+[.．])?\s*$/;

/** Answers that cannot all be right. */
export function contradictionHints(view: IndicatorView): Hint[] {
  const hints = scoreHints(view);
  if (view.events.length > 0) hints.push(...happenedHints(view));
  return hints;
}

function scoreHints(view: IndicatorView): Hint[] {
  const { ground, progress, standing } = view;
  const { self, weight } = standing.score;
  const written = (): Quote[] => [
    { quote: progress.selfScore.trim().slice(0, 40), cell: ground.indicator.cells.selfScore ?? null },
  ];
  const wrong = (line: HintText, more: Partial<Hint> = {}) => [
    indicatorHint(ground, line, {
      severity: 'error',
      field: 'selfScore',
      why: written(),
      points: weight,
      source: 'table',
      dismissible: false,
      ...more,
    }),
  ];
  if (self === null) {
    if (isBlank(progress.selfScore) || UNFINISHED_NUMBER.test(progress.selfScore)) return [];
    return wrong(text('score-not-a-number', { typed: short(progress.selfScore.trim(), 12) }));
  }
  if (self < 0) return wrong(text('score-not-a-number/negative', { typed: formatPoints(self) }));
  if (weight === null) return [];
  if (self > weight) {
    const why = [...written(), weightQuote(view)];
    const line = text('score-over-weight', { self: formatPoints(self), weight: formatPoints(weight) });
    return wrong(line, { why, action: { type: 'set-score', points: weight } });
  }
  const hints = againstAnswers(view, self, weight);
  hints.push(...againstRule(view, self));
  if (self % STEP === 0) return hints;
  const line = text('score-step', { self: formatPoints(self) });
  return [...wrong(line, { severity: 'suggestion', dismissible: true }), ...hints];
}

function weightQuote({ ground: { indicator } }: IndicatorView): Quote {
  return { quote: indicator.weight?.text.replace(/<[^<>]*>/g, '').trim() ?? '', cell: indicator.cells.weight ?? null };
}

/** A full score beside an answer that says otherwise; a zero beside answers that are all in order. */
function againstAnswers(view: IndicatorView, self: Points, weight: Points): Hint[] {
  const { ground, progress, standing } = view;
  if (weight <= 0 || standing.work === 'not-applicable') return [];
  const hint = (line: HintText, why: readonly Quote[], field: Hint['field'] = 'selfScore') =>
    indicatorHint(ground, line, {
      severity: 'warning',
      field,
      why,
      points: weight,
      source: 'table',
      dismissible: true,
    });
  if (self === 0) {
    return standing.verdict === 'met' ? [hint(text('score-against-answers/zero'), [weightQuote(view)])] : [];
  }
  if (self < weight) return [];
  const hints: Hint[] = [];
  const { unfinished } = view;
  if (unfinished) {
    const cell = ground.indicator.cells[unfinished.field] ?? null;
    const line = text('score-unfinished', { self: formatPoints(self), words: unfinished.words });
    hints.push(hint(line, [{ quote: unfinished.words, cell }], unfinished.field));
  }
  if (hasNothingToShow(view)) {
    const nothing = text('score-unproven', { self: formatPoints(self) });
    hints.push(hint(nothing, [{ quote: progress.selfScore.trim(), cell: ground.indicator.cells.selfScore ?? null }]));
  }
  const contradicted = fullScoreContradiction(view);
  if (contradicted) hints.push(hint(contradicted.line, contradicted.why));
  return hints;
}

/** Id of the hint that a hint about the full score tells as well; null where none does. */
export function toldByFullScore(view: IndicatorView): string | null {
  const contradicted = fullScoreContradiction(view);
  if (contradicted) return contradicted.replaces;
  return isFull(view) && hasNothingToShow(view) ? `measures:${view.ground.idBase}` : null;
}

/** What a full score contradicts first; null where the score is not full or nothing speaks against it. */
function fullScoreContradiction(view: IndicatorView): Contradiction | null {
  return isFull(view) ? firstContradiction(view) : null;
}

function isFull({ standing }: IndicatorView): boolean {
  const { self, weight } = standing.score;
  return self !== null && weight !== null && weight > 0 && self === weight;
}

interface Contradiction {
  line: HintText;
  why: readonly Quote[];
  /** Id of the hint that says the same without the score: once is enough. */
  replaces: string;
}

/** No paper is demanded (留痕 is never mandatory): a sentence, a tick or an answer will do. */
function hasNothingToShow({ progress, completion, measuresDone }: IndicatorView): boolean {
  return (
    completion.folded === '' &&
    measuresDone === 0 &&
    isBlank(progress.evidence) &&
    progress.evidenceCount === 0 &&
    Object.keys(progress.facts).length === 0 &&
    progress.ruleAnswers === null
  );
}

function firstContradiction(view: IndicatorView): Contradiction | null {
  const { idBase } = view.ground;
  const happened = view.events.find(({ state }) => state === 'happened')?.requirement;
  if (happened) {
    const quote = short(happened.passages[0]!.quote);
    return {
      line: text('score-against-answers/event', { quote }),
      why: quotesOf(happened.passages),
      replaces: `event-happened:${idBase}:${happened.key}`,
    };
  }
  const tooFew = view.counts.find(({ have, met }) => have !== null && !met);
  if (tooFew) {
    const { passages, unit, comparison } = tooFew.requirement;
    const over = comparison === '<=' || comparison === '<';
    const values = { quote: short(passages[0]!.quote), have: tooFew.have ?? 0, unit };
    const line = text(over ? 'score-against-answers/over' : 'score-against-answers/count', values);
    return {
      line,
      why: quotesOf(passages),
      replaces: `${over ? 'over-limit' : 'count'}:${idBase}:${tooFew.requirement.key}`,
    };
  }
  const { measures } = view.ground;
  // Not everybody ticks; who has begun to means the rest is open.
  if (view.measuresDone === 0 || view.measuresDone === measures.length) return null;
  const open = measures.filter(({ number }) => !view.progress.measuresDone.has(number));
  const line = text('score-against-answers/measures', { done: view.measuresDone, total: measures.length });
  return { line, why: open.map(({ why }) => why), replaces: `measures:${idBase}` };
}

function againstRule({ ground, rule, standing }: IndicatorView, self: Points): Hint[] {
  const { byRule } = standing.score;
  if (!ground.rule || !rule || rule.unanswered.length > 0 || byRule === null || byRule === self) return [];
  const line = text('score-against-rule', { self: formatPoints(self), byRule: formatPoints(byRule) });
  return [
    indicatorHint(ground, line, {
      severity: 'warning',
      field: 'selfScore',
      why: [{ quote: ground.rule.parsed.sourceText, cell: ground.rule.cell }],
      action: { type: 'set-score', points: byRule },
      points: Math.abs(byRule - self) as Points,
      source: 'rule',
      dismissible: true,
    }),
  ];
}

function happenedHints({ ground, events }: IndicatorView): Hint[] {
  return events.flatMap(({ requirement, state, words }) => {
    if (state !== 'happened' && state !== 'admitted') return [];
    const quote = short(requirement.passages[0]!.quote);
    const line =
      state === 'happened'
        ? text('event-happened/confirmed', { quote })
        : text('event-happened', { quote, words: short(words ?? '', 30) });
    const own = words === null ? [] : [{ quote: words, cell: ground.indicator.cells.completion ?? null }];
    return [
      indicatorHint(ground, line, {
        of: requirement.key,
        severity: 'warning',
        field: 'completion',
        why: [...quotesOf(requirement.passages), ...own],
        action: { type: 'fill', field: 'completion' },
        points: ground.weight,
        source: 'table',
        dismissible: true,
      }),
    ];
  });
}
