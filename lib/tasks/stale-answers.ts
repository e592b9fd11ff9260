import type { Change } from '../model/campaign-journal';
import type { ReadingClause } from '../model/rule-reading';
import { answerField } from '../scoring/hints/answer-field';
import { answerFieldsOf } from './rule-answers';

/**
 * Answers that would say something else under the new reading: of clauses that are gone, and of clauses that now ask another
 * question. Three times late is not the third rank.
 */
export function staleAnswers(
  entity: string,
  before: readonly ReadingClause[],
  after: readonly ReadingClause[],
): Change[] {
  const next = new Map(after.map(({ key, rule }) => [key, answerField(rule)]));
  return before.flatMap(({ key, rule }) => {
    const field = answerField(rule);
    if (!field || JSON.stringify(asked(next.get(key))) === JSON.stringify(asked(field))) return [];
    return answerFieldsOf(key, field).map(name => ({ entity, field: name, value: undefined }));
  });
}

/** What is asked, without the target that the answer is compared with. */
function asked(field: ReturnType<typeof answerField> | undefined) {
  return field ? { ...field, target: null, min: null, max: null } : null;
}
