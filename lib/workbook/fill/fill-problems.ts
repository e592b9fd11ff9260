import { formatAddress } from '../../model/address';
import { problem } from '../../model/problem';
import type { Problem } from '../../model/table';
import { isTrue } from '../xml/xml-boolean';
import type { Book } from './book';
import type { PlacedEdit } from './cell-edits';
import { childScanner } from './sheet-children';

export function signatureProblems(book: Book): Problem[] {
  if (!book.parts.signed) return [];
  return [problem('signature-broken', { sheet: null, cell: null })];
}

/** Protection keeps people from typing by mistake; it is no reason not to fill, but one to tell. */
export async function lockedCellProblems(book: Book, edits: readonly PlacedEdit[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { sheet, row, column, place } of edits) {
    const protection = childScanner(await book.map(sheet), 'sheetProtection');
    if (!protection || !isTrue(protection.attribute('sheet'))) continue;
    const style = place?.style ?? (await book.layout(sheet)).styleOfMissingCell(row, column);
    if (!book.styles.format(style).locked) continue;
    problems.push(problem('locked-cell', { sheet: book.sheetName(sheet), cell: formatAddress({ row, column }) }));
  }
  return problems;
}
