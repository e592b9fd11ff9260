import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Anchor } from '../formulas/formula-ast';
import type { Corner } from '../formulas/formula-words';
import { rewriteReferences, writeReference } from './formula-references';

/** The formula as it would read after filling down and to the right: relative references move, round the sheet's edge. */
export function moveFormula(formula: string, rows: number, columns: number): string | null {
  if (rows === 0 && columns === 0) return formula;
  const move = ({ row, column }: Corner): Corner => ({
    row: row && moved(row, rows, MAX_ROWS),
    column: column && moved(column, columns, MAX_COLUMNS),
  });
  return rewriteReferences(formula, ({ first, second }) => writeReference(move(first), second && move(second)));
}

function moved(anchor: Anchor, distance: number, limit: number): Anchor {
  return anchor.fixed ? anchor : { ...anchor, index: (anchor.index + distance + limit) % limit };
}
