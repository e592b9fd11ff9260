import { type Points, parsePoints, pointsOf } from '../../model/points';
import type { Progress, ScoreState, Standing, Verdict, WorkState } from '../../model/progress';
import type { RuleInput, RuleResult } from '../../model/rule-input';
import { evaluateRule } from '../evaluate-rule';
import { foldText } from '../grammar/folded-text';
import { type CountView, type EventView, viewCount, viewEvent } from './answer-views';
import { type CompletionReading, readCompletion } from './completion-reading';
import type { IndicatorGround } from './indicator-ground';
import { LastAnswers } from './last-answers';
import { answerOf, type RuleClause } from './rule-clauses';
import { withSharedAnswers } from './shared-answers';
import { unfinishedAt } from './unfinished-words';

/** An indicator with its answers, read for the hints. */
export interface IndicatorView {
  ground: IndicatorGround;
  progress: Progress;
  completion: CompletionReading;
  counts: readonly CountView[];
  events: readonly EventView[];
  measuresDone: number;
  /** Words in the completion or status that say that work is left. */
  unfinished: { words: string; field: 'completion' | 'status' } | null;
  /** `answers`: those to its clauses, and those to requirements that ask the same. */
  rule: { result: RuleResult; answers: RuleInput | null; unanswered: readonly RuleClause[] } | null;
  standing: Standing;
}

const NOTHING = /^[\s\-—–/\\.。、]*$/;
const NOT_APPLICABLE = /^(?:否|不涉及|不适用|无此项|缺项|不承担|N\/?A)/i;
const DONE = /^(?:已|均已|全部)?(?:全部)?(?:完成|办结|落实|销号|达标)/;
const NOT_STARTED = /^(?:未|尚未|还未)(?:开展|启动|开始)|^待(?:开展|启动)/;

export const isBlank = (text: string): boolean => NOTHING.test(text);

export function viewIndicator(ground: IndicatorGround, progress: Progress): IndicatorView {
  const completion = readCompletion(isBlank(progress.completion) ? '' : progress.completion);
  const counts = ground.counts.map(({ requirement, pairs }) => viewCount(requirement, pairs, progress, completion));
  const events = ground.events.map(({ requirement, pairs }) => viewEvent(requirement, pairs, progress, completion));
  const measuresDone = ticked(ground, progress);
  const unfinished = findUnfinished(progress, completion);
  const rule = viewRule(ground, progress, counts, events);
  const view = { ground, progress, completion, counts, events, measuresDone, unfinished, rule };
  const score = scoreState(ground, progress, rule?.result ?? null);
  const work = workState(view);
  return { ...view, standing: { work, verdict: verdict(view, work), score } };
}

function ticked({ measures }: IndicatorGround, { measuresDone }: Progress): number {
  if (measuresDone.size === 0) return 0;
  return measures.filter(({ number }) => measuresDone.has(number)).length;
}

type Unjudged = Omit<IndicatorView, 'standing'>;

function findUnfinished(progress: Progress, completion: CompletionReading): IndicatorView['unfinished'] {
  if (completion.unfinished !== null) return { words: completion.unfinished, field: 'completion' };
  if (isBlank(progress.status)) return null;
  const folded = foldText(progress.status.slice(0, 200)).text;
  const left = unfinishedAt(folded) !== null || NOT_STARTED.test(folded) || /^(?:进行|推进|办理)中/.test(folded);
  return left ? { words: progress.status.trim().slice(0, 20), field: 'status' } : null;
}

function viewRule(
  { rule, weight }: IndicatorGround,
  { ruleAnswers }: Progress,
  counts: readonly CountView[],
  events: readonly EventView[],
): IndicatorView['rule'] {
  if (!rule) return null;
  const answers = withSharedAnswers(rule.clauses, ruleAnswers, counts, events);
  const unanswered = rule.clauses.filter(clause => clause.field && answerOf(clause, answers) === null);
  const points = weight === null ? {} : { weight: weight / 10_000 };
  const result = resultBefore.of(rule.parsed, answers, weight, () =>
    evaluateRule(rule.parsed.rule, { ...answers, ...points }),
  );
  return { result, answers, unanswered };
}

const resultBefore = new LastAnswers<RuleResult>();

function scoreState({ weight }: IndicatorGround, { selfScore }: Progress, result: RuleResult | null): ScoreState {
  const self = isBlank(selfScore) ? null : parsePoints(selfScore);
  const settled = result?.status === 'ok' ? result : null;
  const points = (value: number | null | undefined): Points | null => (value == null ? null : pointsOf(value));
  return { weight, self, byRule: points(settled?.score), delta: points(settled?.delta) };
}

function workState({ ground, progress, completion, measuresDone, unfinished }: Unjudged): WorkState {
  if (NOT_APPLICABLE.test(progress.applicable.trim())) return 'not-applicable';
  const status = progress.status.trim();
  if (DONE.test(status)) return 'done';
  const ticked = measuresDone > 0;
  if (ground.measures.length > 0 && measuresDone === ground.measures.length) return 'done';
  // Who does not tick measures has reported once everything asked is filled in and says of no work left.
  if (progress.filled && !ticked && !unfinished && status === '') return 'done';
  const begun =
    ticked ||
    completion.folded !== '' ||
    (status !== '' && !NOT_STARTED.test(status)) ||
    !isBlank(progress.evidence) ||
    progress.evidenceCount > 0 ||
    Object.keys(progress.facts).length > 0;
  return begun ? 'under-way' : 'not-started';
}

function verdict({ counts, events, rule, ground, measuresDone }: Unjudged, work: WorkState): Verdict {
  if (events.some(({ state }) => state === 'happened')) return 'not-met';
  if (rule?.result.status === 'needs_judgement' && rule.unanswered.length === 0) return 'judgement';
  if (rule?.result.status === 'veto') return 'not-met';
  const short = counts.some(({ have, met }) => have !== null && !met);
  if (short && work === 'done') return 'not-met';
  if (short || work !== 'done') return 'open';
  if (events.some(({ state }) => state === 'admitted')) return 'judgement';
  const allAnswered = counts.every(({ met }) => met) && events.every(({ state }) => state === 'none');
  const measured = measuresDone === 0 || measuresDone === ground.measures.length;
  return allAnswered && measured && (rule?.unanswered.length ?? 0) === 0 ? 'met' : 'open';
}
