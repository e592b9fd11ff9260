import { formatAddress } from '../../model/address';
import type { CellLook } from '../../model/looks';
import { problem } from '../../model/problem';
import type { Problem } from '../../model/table';
import type { CompoundFile } from './compound-file';
import { containerWarnings } from './container-warnings';
import type { PlacedEdit } from './edited-sheet';
import { styleOf } from './read-looks';

export function signatureProblems(file: CompoundFile): Problem[] {
  if (!containerWarnings(file).some(({ code }) => code === 'signed')) return [];
  return [problem('signature-broken', { sheet: null, cell: null })];
}

/** Protection keeps people from typing by mistake; it is no reason not to fill, but one to tell. */
export function lockedCellProblems(edits: readonly PlacedEdit[], looks: readonly CellLook[]): Problem[] {
  return edits
    .filter(({ sheet, format }) => sheet.map.protected && looks[styleOf(format)]?.locked)
    .map(({ sheet, row, column }) =>
      problem('locked-cell', { sheet: sheet.sheet.name, cell: formatAddress({ row, column }) }),
    );
}
