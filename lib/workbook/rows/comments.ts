import { formatAddress, parseAddress } from '../../model/address';
import { XmlScanner } from '../xml/xml-scanner';
import { decodeUtf8 } from '../xml/xml-text';
import type { ReferenceShifter } from './reference-shifter';
import { XmlEdits } from './xml-edits';

/** `<comment ref="B5">` and `<threadedComment ref="B5">`. @throws AppError rows-not-shiftable for one on a removed row */
export function shiftComments(bytes: Uint8Array, part: string, shifter: ReferenceShifter): Uint8Array {
  const scanner = new XmlScanner(bytes, part);
  const edits = new XmlEdits(bytes);
  while (scanner.next()) {
    if (scanner.kind === 'close' || !(scanner.isNamed('comment') || scanner.isNamed('threadedComment'))) continue;
    const stated = scanner.attribute('ref') ?? '';
    const cell = parseAddress(stated);
    const row = cell && shifter.cellRow(cell.row, cell.column);
    if (!cell || row === null) throw shifter.obstacle('comment', stated);
    edits.setAttributes(scanner, { ref: formatAddress({ row, column: cell.column }) });
  }
  return edits.changed ? edits.applied() : bytes;
}

/** Parts that state a comment's box are read as text: programs write them with tags that XML does not close. */
const CLIENT_DATA = /<((?:\w+:)?)ClientData\b([^>]*)>([\s\S]*?)<\/\1ClientData>/g;
const ROW = /(<(?:\w+:)?Row>\s*)(\d+)(\s*<)/;
const COLUMN = /<(?:\w+:)?Column>\s*(\d+)\s*</;
/** Left column and its offset, top row and its offset, then right and bottom alike. */
const ANCHOR = /(<(?:\w+:)?Anchor>\s*)((?:\s*-?\d+\s*,){7}\s*-?\d+)(\s*<)/;

/** The boxes of comments in a legacy drawing. @throws AppError rows-not-shiftable for anything else in it */
export function shiftCommentBoxes(bytes: Uint8Array, part: string, shifter: ReferenceShifter): Uint8Array {
  const text = decodeUtf8(bytes, 0, bytes.length);
  const shifted = text.replace(CLIENT_DATA, (whole, _prefix: string, attributes: string, inner: string) => {
    if (!/ObjectType\s*=\s*["']Note["']/.test(attributes)) throw shifter.obstacle('controls', part);
    const row = Number(ROW.exec(inner)?.[2] ?? Number.NaN);
    const column = Number(COLUMN.exec(inner)?.[1] ?? 0);
    const now = Number.isNaN(row) ? null : shifter.cellRow(row, column);
    if (now === null) throw shifter.obstacle('comment', part);
    const moved = inner
      .replace(ROW, (_, before: string, _row, after: string) => before + now + after)
      .replace(
        ANCHOR,
        (_, before: string, anchor: string, after: string) => before + shiftedBox(anchor, now - row) + after,
      );
    return whole.slice(0, whole.indexOf(inner)) + moved + whole.slice(whole.indexOf(inner) + inner.length);
  });
  return shifted === text ? bytes : new TextEncoder().encode(shifted);
}

/** A box keeps its size and its place beside the cell. */
function shiftedBox(anchor: string, distance: number): string {
  const numbers = anchor.split(',').map(Number);
  for (const edge of [2, 6]) numbers[edge] = Math.max(0, numbers[edge]! + distance);
  return distance === 0 ? anchor : numbers.join(', ');
}
