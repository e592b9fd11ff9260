import { type Points, parsePoints, pointsOf } from '../../model/points';
import type { Progress, ScoreState, Standing, Verdict, WorkState } from '../../model/progress';
import type { RuleResult } from '../../model/rule-input';
import { evaluateRule } from '../evaluate-rule';
import { foldText } from '../grammar/folded-text';
import { admitsEvent, type CompletionReading, deniesEvent, readCompletion, statedCount } from './completion-reading';
import type { IndicatorGround } from './indicator-ground';
import type { CountRequirement, ForbiddenEvent } from './requirement';
import { answerOf, type RuleClause } from './rule-clauses';
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
  rule: { result: RuleResult; unanswered: readonly RuleClause[] } | null;
  standing: Standing;
}

export interface CountView {
  requirement: CountRequirement;
  /** null where nobody has said. */
  have: number | null;
  /** Entered beside the requirement, or read in the completion. */
  from: 'answer' | 'completion' | null;
  met: boolean;
}

export interface EventView {
  requirement: ForbiddenEvent;
  state: 'open' | 'none' | 'happened' | 'admitted';
  /** The clause of the completion that admits it. */
  words: string | null;
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
  const measuresDone = ground.measures.filter(({ number }) => progress.measuresDone.has(number)).length;
  const unfinished = findUnfinished(progress, completion);
  const rule = viewRule(ground, progress);
  const view = { ground, progress, completion, counts, events, measuresDone, unfinished, rule };
  const score = scoreState(ground, progress, rule?.result ?? null);
  const work = workState(view);
  return { ...view, standing: { work, verdict: verdict(view, work), score } };
}

type Unjudged = Omit<IndicatorView, 'standing'>;

function viewCount(
  requirement: CountRequirement,
  pairs: ReadonlySet<string>,
  progress: Progress,
  completion: CompletionReading,
): CountView {
  const answer = progress.facts[requirement.key];
  const stated = typeof answer === 'number' ? null : statedCount(completion, requirement, pairs);
  const have = typeof answer === 'number' ? answer : stated;
  const from = typeof answer === 'number' ? 'answer' : stated === null ? null : 'completion';
  return { requirement, have, from, met: have !== null && meets(have, requirement) };
}

function meets(have: number, { comparison, perYear }: CountRequirement): boolean {
  switch (comparison) {
    case '>=':
      return have >= perYear;
    case '>':
      return have > perYear;
    case '<=':
      return have <= perYear;
    case '<':
      return have < perYear;
  }
}

function viewEvent(
  requirement: ForbiddenEvent,
  pairs: ReadonlySet<string>,
  progress: Progress,
  completion: CompletionReading,
): EventView {
  const answer = progress.facts[requirement.key];
  if (answer === 'none' || answer === 'happened') return { requirement, state: answer, words: null };
  const words = admitsEvent(completion, requirement, pairs);
  if (words !== null) return { requirement, state: 'admitted', words };
  return { requirement, state: deniesEvent(completion, pairs) ? 'none' : 'open', words: null };
}

function findUnfinished(progress: Progress, completion: CompletionReading): IndicatorView['unfinished'] {
  if (completion.unfinished !== null) return { words: completion.unfinished, field: 'completion' };
  if (isBlank(progress.status)) return null;
  const folded = foldText(progress.status.slice(0, 200)).text;
  const left = unfinishedAt(folded) !== null || NOT_STARTED.test(folded) || /^(?:进行|推进|办理)中/.test(folded);
  return left ? { words: progress.status.trim().slice(0, 20), field: 'status' } : null;
}

function viewRule({ rule, weight }: IndicatorGround, { ruleAnswers }: Progress): IndicatorView['rule'] {
  if (!rule) return null;
  const unanswered = rule.clauses.filter(clause => clause.field && answerOf(clause, ruleAnswers) === null);
  const points = weight === null ? {} : { weight: weight / 10_000 };
  return { result: evaluateRule(rule.parsed.rule, { ...ruleAnswers, ...points }), unanswered };
}

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
