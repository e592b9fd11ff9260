import type { ReadingClause } from '../../lib/model/rule-reading';
import { needsLook } from './rule-subject';

interface RuleSourceProps {
  text: string;
  clauses: readonly ReadingClause[];
  /** The clause that is being looked at. */
  active: string | null;
  onActive: (key: string | null) => void;
}

/** The words of a rule with what was read of them marked where it stands. */
export function RuleSource({ text, clauses, active, onActive }: RuleSourceProps) {
  return (
    <p className="rule-source" data-testid="rule-source">
      {pieces(text, clauses).map(({ from, to, clause, number }) =>
        clause ? (
          <mark
            key={from}
            className={`${needsLook(clause) ? 'is-open' : clause.corrected ? 'is-corrected' : ''}${clause.key === active ? ' is-active' : ''}`}
            onMouseEnter={() => onActive(clause.key)}
            onMouseLeave={() => onActive(null)}
          >
            <sup aria-hidden>{number}</sup>
            {text.slice(from, to)}
          </mark>
        ) : (
          <span key={from}>{text.slice(from, to)}</span>
        ),
      )}
    </p>
  );
}

interface Piece {
  from: number;
  to: number;
  clause: ReadingClause | null;
  number: number;
}

/** The text cut at the clauses; of clauses that overlap, the first one marks the words. */
function pieces(text: string, clauses: readonly ReadingClause[]): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  const ordered = clauses
    .map((clause, index) => ({ clause, number: index + 1 }))
    .filter(({ clause }) => clause.rule.kind !== 'none')
    .sort((a, b) => a.clause.span[0] - b.clause.span[0]);
  for (const { clause, number } of ordered) {
    const [from, to] = [Math.max(at, clause.span[0]), Math.min(text.length, clause.span[1])];
    if (to <= from) continue;
    if (from > at) found.push({ from: at, to: from, clause: null, number: 0 });
    found.push({ from, to, clause, number });
    at = to;
  }
  if (at < text.length) found.push({ from: at, to: text.length, clause: null, number: 0 });
  return found;
}
