import type { Hint, HintText, HintValue } from '../../model/hint';
import { formatPoints } from '../../model/points';
import { changeWords, clauseQuestion } from './clause-words';
import { indicatorHint, short, text } from './draft';
import type { IndicatorView } from './indicator-view';
import { LastAnswers } from './last-answers';
import { lostByClause } from './lost-points';

/** What the table's own 评分标准 asks, has cost, and leaves to a person. */
export function ruleHints(view: IndicatorView): Hint[] {
  if (!view.ground.rule || view.standing.work === 'not-applicable') return [];
  const hints = unreadHint(view);
  hints.push(...vetoHint(view), ...unansweredHint(view), ...judgementHint(view), ...lostHints(view));
  return hints;
}

function ofRule({ ground }: IndicatorView, quote: string, line: HintText, more: Partial<Hint> & { of?: string }): Hint {
  return indicatorHint(ground, line, {
    severity: 'suggestion',
    field: 'scoringRule',
    why: [{ quote, cell: ground.rule?.cell ?? null }],
    points: ground.weight,
    source: 'rule',
    dismissible: true,
    ...more,
  });
}

function unreadHint(view: IndicatorView): Hint[] {
  const unread = view.ground.rule!.clauses.find(({ rule }) => rule.kind === 'unparsed');
  if (!unread) return [];
  return [
    ofRule(view, unread.quote, text('rule-unread', { quote: short(unread.quote) }), {
      severity: 'info',
      action: { type: 'correct-rule' },
    }),
  ];
}

function vetoHint(view: IndicatorView): Hint[] {
  const { result } = view.rule!;
  if (result.status !== 'veto') return [];
  const clause = view.ground.rule!.clauses.find(({ rule }) => rule.kind === 'veto') ?? view.ground.rule!.clauses[0]!;
  const label = result.label ? `：${result.label}` : '';
  const line = text('veto', { quote: short(clause.quote), label });
  return [ofRule(view, clause.quote, line, { severity: 'error', dismissible: false })];
}

function unansweredHint(view: IndicatorView): Hint[] {
  const { unanswered } = view.rule!;
  const [first] = unanswered;
  if (!first) return [];
  const line = text('rule-answer', {
    count: unanswered.length,
    quote: short(first.quote),
    question: clauseQuestion(first),
  });
  const hint = ofRule(view, first.quote, line, {
    action: { type: 'answer-rule', clauses: unanswered.map(({ key }) => key) },
  });
  return [{ ...hint, why: unanswered.map(({ quote }) => ({ quote, cell: view.ground.rule!.cell })) }];
}

function judgementHint(view: IndicatorView): Hint[] {
  const { result, unanswered } = view.rule!;
  if (result.status !== 'needs_judgement' || unanswered.length > 0) return [];
  const { sourceText } = view.ground.rule!.parsed;
  const range: HintValue = result.range
    ? {
        'zh-CN': `（${result.range[0]}～${result.range[1]} 分之间）`,
        en: ` (between ${result.range[0]} and ${result.range[1]} points)`,
      }
    : '';
  return [ofRule(view, sourceText, text('rule-judgement', { quote: short(sourceText), range }), {})];
}

/** The same as long as the answers are, whatever else of the indicator changes. */
function lostHints(view: IndicatorView): readonly Hint[] {
  const { ground, rule } = view;
  return lostBefore.of(ground.rule!, rule!.answers, ground.weight, () => lostAnew(view));
}

const lostBefore = new LastAnswers<readonly Hint[]>();

function lostAnew(view: IndicatorView): Hint[] {
  return lostByClause(view).map(({ clause, lost, winBack }) => {
    const [way] = winBack;
    const values = { quote: short(clause.quote), lost: formatPoints(lost) };
    const line = way
      ? text('points-lost/win-back', {
          ...values,
          change: changeWords(clause, view.rule?.answers ?? null, way),
          gain: way.gain,
        })
      : text('points-lost', values);
    return ofRule(view, clause.quote, line, { of: clause.key || 'a', severity: 'warning', points: lost });
  });
}
