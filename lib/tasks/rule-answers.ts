import type { Change } from '../model/campaign-journal';
import type { ClauseEntry } from '../model/clause-entry';
import type { OpValue } from '../model/op';
import type { RuleInput } from '../model/rule-input';
import type { AnswerField } from '../scoring/hints/answer-field';
import { answerOf, type ClauseAnswer, type RuleClause, withAnswer } from '../scoring/hints/rule-clauses';

/**
 * Answers to the clauses of a scoring rule, as fields of the indicator: "rule:a" for the clause with key a (a rule of one
 * clause has it too), "rule:a/<option>" for each of several, "rule:a:of" and "rule:a:judged" beside. An op holds no structure.
 */
const fieldOf = ({ key }: RuleClause): string => `rule:${key || 'a'}`;
const optionField = (clause: RuleClause, option: string): string => `${fieldOf(clause)}/${option}`;

const MOST_EVENTS = 200;

type Read = (field: string) => OpValue | undefined;

/** null where nothing was answered. */
export function readRuleAnswers(clauses: readonly RuleClause[], read: Read): RuleInput | null {
  let answers: RuleInput | null = null;
  for (const clause of clauses) {
    const answer = readClauseAnswer(clause, read);
    if (answer) answers = withAnswer(clause, answers, answer);
  }
  return answers;
}

/** A value of another type, such as one left by a rule that read otherwise then, counts as no answer. */
export function readClauseAnswer(clause: RuleClause, read: Read): ClauseAnswer | null {
  const { field } = clause;
  if (!field) return null;
  const value = read(fieldOf(clause));
  const answer: ClauseAnswer = {};
  const judged = read(`${fieldOf(clause)}:judged`);
  if (typeof judged === 'number') answer.judged = judged;
  switch (field.type) {
    case 'yes-no':
      if (typeof value === 'boolean') answer.hit = value;
      break;
    case 'count':
    case 'percentage':
    case 'points':
      if (typeof value === 'number') answer[field.name] = value;
      break;
    case 'rank': {
      if (typeof value === 'number') answer.rank = value;
      const of = read(`${fieldOf(clause)}:of`);
      if (typeof of === 'number') answer.of = of;
      break;
    }
    case 'choice':
      if (typeof value === 'string' && field.options.includes(value)) answer.choice = value;
      break;
    case 'checklist':
      // Nothing ticked is an answer only once somebody said so.
      if (value === true)
        answer[field.name] = field.options.filter(option => read(optionField(clause, option)) === true);
      break;
    case 'levels': {
      const known = field.options.flatMap(option => {
        const count = read(optionField(clause, option));
        return typeof count === 'number' ? [[option, count] as const] : [];
      });
      if (known.length > 0) answer.counts = Object.fromEntries(known);
      break;
    }
    case 'events':
      if (typeof value === 'string') answer.events = eventsIn(value);
      break;
  }
  return Object.keys(answer).length > 0 ? answer : null;
}

/** "30、50": the sizes of single events. */
export function eventsIn(text: string): number[] {
  return text
    .split(/[^\d.]+/)
    .filter(part => part !== '' && Number.isFinite(Number(part)))
    .slice(0, MOST_EVENTS)
    .map(Number);
}

/** Every field that an answer to the clause under this key can stand in. */
export function answerFieldsOf(key: string, field: AnswerField): string[] {
  const base = `rule:${key}`;
  const options = 'options' in field && field.type !== 'choice' ? field.options : [];
  const more = field.type === 'rank' ? [`${base}:of`] : [];
  return [base, `${base}:judged`, ...more, ...options.map(option => `${base}/${option}`)];
}

export function clauseChanges(entity: string, clause: RuleClause, entry: ClauseEntry): Change[] {
  const base = fieldOf(clause);
  if (entry.part === 'value') return [{ entity, field: base, value: entry.value }];
  if (entry.part !== 'option') return [{ entity, field: `${base}:${entry.part}`, value: entry.value }];
  const option = { entity, field: optionField(clause, entry.option), value: entry.value };
  return clause.field?.type === 'checklist' ? [option, { entity, field: base, value: true }] : [option];
}

/** An answer among made-up ones, which are kept nowhere. */
export function enterExample(
  clauses: readonly RuleClause[],
  answers: RuleInput | null,
  clause: RuleClause,
  entry: ClauseEntry,
): RuleInput | null {
  const fields = new Map<string, OpValue | undefined>();
  for (const one of clauses) for (const [field, value] of answerValues(one, answers)) fields.set(field, value);
  for (const { field, value } of clauseChanges('', clause, entry)) fields.set(field, value);
  return readRuleAnswers(clauses, field => fields.get(field));
}

/** The fields that an answer is kept in, with their values. */
function answerValues(clause: RuleClause, answers: RuleInput | null): [string, OpValue][] {
  const { field } = clause;
  const answer = answerOf(clause, answers);
  if (!field || !answer) return [];
  const base = fieldOf(clause);
  const judged: [string, OpValue][] = answer.judged === undefined ? [] : [[`${base}:judged`, answer.judged]];
  switch (field.type) {
    case 'checklist':
      return [
        ...judged,
        [base, true],
        ...(answer[field.name] ?? []).map((option): [string, OpValue] => [optionField(clause, option), true]),
      ];
    case 'levels':
      return Object.entries(answer.counts ?? {}).map(([option, count]) => [optionField(clause, option), count]);
    case 'events':
      return [[base, (answer.events ?? []).join('、')]];
    case 'rank':
      return [
        ...(answer.rank === undefined ? [] : [[base, answer.rank] as [string, OpValue]]),
        ...(answer.of === undefined ? [] : [[`${base}:of`, answer.of] as [string, OpValue]]),
      ];
    default: {
      const value = answer[field.name];
      return value === undefined ? judged : [...judged, [base, value]];
    }
  }
}
