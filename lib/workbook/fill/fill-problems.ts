import { formatAddress } from '../../model/address';
import type { Problem } from '../../model/table';
import { isTrue } from '../xml/xml-boolean';
import type { Book } from './book';
import type { PlacedEdit } from './cell-edits';
import { childScanner } from './sheet-children';

export function signatureProblems(book: Book): Problem[] {
  if (!book.parts.signed) return [];
  const message = '这个工作簿带有数字签名，填写后签名失效；需要签名的，请在填好后重新签署。';
  return [{ code: 'signature-broken', severity: 'warning', sheet: null, cell: null, message }];
}

/** Protection keeps people from typing by mistake; it is no reason not to fill, but one to tell. */
export async function lockedCellProblems(book: Book, edits: readonly PlacedEdit[]): Promise<Problem[]> {
  const problems: Problem[] = [];
  for (const { sheet, row, column, place } of edits) {
    const protection = childScanner(await book.map(sheet), 'sheetProtection');
    if (!protection || !isTrue(protection.attribute('sheet'))) continue;
    const style = place?.style ?? (await book.layout(sheet)).styleOfMissingCell(row, column);
    if (!book.styles.format(style).locked) continue;
    const cell = formatAddress({ row, column });
    const message = `工作表受保护且 ${cell} 是锁定单元格；已按要求填写，请确认发文单位允许填写此处。`;
    problems.push({ code: 'locked-cell', severity: 'warning', sheet: book.sheetName(sheet), cell, message });
  }
  return problems;
}
