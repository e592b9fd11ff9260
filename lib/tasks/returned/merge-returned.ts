import { formatAddress } from '../../model/address';
import type { CellEdit, CellValue } from '../../model/cells';
import type { OutsideCell } from '../../model/returned-workbook';
import type { Comparison } from './comparison';
import { sameValue } from './same-cell';

export interface Returned extends Comparison {
  /** Whose copy it is, as it is shown: a file's name. */
  from: string;
}

export interface TakenCell {
  sheet: string;
  cell: string;
  from: string;
  value: CellValue;
  /** Others who say the same. */
  also: string[];
}

export interface ConflictingCell {
  sheet: string;
  cell: string;
  before: CellValue;
  values: { from: string; value: CellValue }[];
}

export interface Merged {
  taken: TakenCell[];
  conflicts: ConflictingCell[];
  outside: (OutsideCell & { from: string })[];
  /** What is taken, as edits of what was handed out. */
  edits: CellEdit[];
}

/**
 * The three-way merge of any number of returned copies: a cell that one of them changed, or several to the same, is taken; one
 * that they changed to different things keeps what it had, and all that was said is listed. Nothing is made up, nothing dropped.
 */
export function mergeReturned(copies: readonly Returned[]): Merged {
  const cells = new Map<
    string,
    { at: Omit<CellEdit, 'value'>; before: CellValue; values: ConflictingCell['values'] }
  >();
  for (const { from, changes } of copies) {
    for (const { sheet, row, column, before, value } of changes) {
      const key = `${row},${column},${sheet}`;
      const said = cells.get(key) ?? { at: { sheet, row, column }, before, values: [] };
      said.values.push({ from, value });
      cells.set(key, said);
    }
  }
  const merged: Merged = { taken: [], conflicts: [], outside: [], edits: [] };
  for (const { at, before, values } of cells.values()) {
    const [first, ...others] = values;
    const place = { sheet: at.sheet, cell: formatAddress(at) };
    if (!others.every(({ value }) => sameValue(value, first!.value))) {
      merged.conflicts.push({ ...place, before, values });
      continue;
    }
    merged.taken.push({ ...place, ...first!, also: others.map(({ from }) => from) });
    merged.edits.push({ ...at, value: first!.value });
  }
  for (const { from, outside } of copies) merged.outside.push(...outside.map(cell => ({ ...cell, from })));
  return merged;
}
