import { type Clause, isMark } from './clause';
import { describeClause, isHead, isSeparator } from './describe-clause';
import type { Island } from './island';

/** Cuts at full stops, and at lesser separators once something has happened to the points. */
export function cutClauses(islands: readonly Island[], text: string): Clause[] {
  const clauses: Clause[] = [];
  let current: Island[] = [];
  let hasHead = false;
  let hasFormula = false;
  let sentence = 0;
  const cut = () => {
    if (current.some(island => !isSeparator(island))) clauses.push(describeClause(current, text, sentence));
    current = [];
    hasHead = false;
    hasFormula = false;
  };
  for (const island of islands) {
    if (isMark(island, 'stop')) {
      cut();
      sentence++;
      continue;
    }
    if ((hasFormula && isMark(island, 'comma')) || (hasHead && (isHead(island) || isSeparator(island)))) cut();
    current.push(island);
    hasHead ||= isHead(island);
    hasFormula ||= isMark(island, 'times');
  }
  cut();
  return clauses;
}
