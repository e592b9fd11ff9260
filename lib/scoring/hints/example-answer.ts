import type { ClauseAnswer, RuleClause } from './rule-clauses';

/** An answer that shows what a clause does: something missing where it takes points, something done where it gives them. */
export function exampleAnswer({ field }: Pick<RuleClause, 'field'>): ClauseAnswer | null {
  switch (field?.type) {
    case 'yes-no':
      return { hit: true };
    case 'count':
      return { [field.name]: field.target === null ? 2 : Math.max(0, field.target - 1) };
    case 'percentage':
      return field.name === 'rate'
        ? { rate: 0.9 }
        : { actual: field.target === null ? 80 : Math.max(0, field.target - 3) };
    case 'rank':
      return field.needsTotal ? { rank: 2, of: 10 } : { rank: 2 };
    case 'choice':
      return { choice: field.options[Math.min(1, field.options.length - 1)]! };
    case 'checklist':
      return { [field.name]: field.options.slice(0, 1) };
    case 'levels':
      return { counts: { [field.options[0]!]: 1 } };
    case 'events':
      return { events: [30, 50] };
    case 'points':
      return { judged: field.max ?? field.min ?? 1 };
    default:
      return null;
  }
}
