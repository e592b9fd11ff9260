import type { RuleInput } from '../../model/rule-input';
import type { CountView, EventView } from './answer-views';
import type { CountRequirement, ForbiddenEvent } from './requirement';
import { answerOf, type ClauseAnswer, type RuleClause, withAnswer } from './rule-clauses';

/** "发生一起扣5分" beside 不发生重大案件: the clause speaks of what the content forbids. */
const OF_THE_EVENT = /^\s*(?:每|凡|如|若)?(?:发生|出现|发现)/;
const EVENT_UNITS = new Set(['起', '件', '次', '例', '宗']);

/** The clause asks for the very number that the content asks for: 少1次扣1分 with 不少于2次 in the content. */
export function asksForCount({ field }: RuleClause, { unit, need, perYear }: CountRequirement): boolean {
  return (
    field?.type === 'count' &&
    field.name === 'actual' &&
    field.unit === unit &&
    (field.target === need || field.target === perYear)
  );
}

/** Only where the content forbids one event: which of several is meant, a person has to say. */
export function asksForEvent(
  { field, quote }: RuleClause,
  events: readonly { requirement: ForbiddenEvent }[],
): boolean {
  return events.length === 1 && field?.type === 'count' && EVENT_UNITS.has(field.unit) && OF_THE_EVENT.test(quote);
}

/**
 * What a person answered to a requirement answers the clause that asks the same. An answer given to the clause itself
 * stands; what a completion says in its own words is never made into points.
 */
export function withSharedAnswers(
  clauses: readonly RuleClause[],
  answers: RuleInput | null,
  counts: readonly CountView[],
  events: readonly EventView[],
): RuleInput | null {
  let known = answers;
  for (const clause of clauses) {
    if (answerOf(clause, known) !== null) continue;
    const shared = sharedAnswer(clause, counts, events);
    if (shared) known = withAnswer(clause, known, shared);
  }
  return known;
}

function sharedAnswer(
  clause: RuleClause,
  counts: readonly CountView[],
  events: readonly EventView[],
): ClauseAnswer | null {
  const count = counts.find(({ requirement, from }) => from === 'answer' && asksForCount(clause, requirement));
  // The target is of one period or of the year, as the clause has it: a number for the other would be a guess.
  if (count && count.have !== null && count.requirement.need === count.requirement.perYear)
    return { actual: count.have };
  const [event] = events;
  const denied = event?.state === 'none' && event.from === 'answer' && asksForEvent(clause, events);
  return denied ? { count: 0 } : null;
}
