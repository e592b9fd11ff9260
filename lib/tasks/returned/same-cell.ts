import type { CellValue, GridCell } from '../../model/cells';

/** Blanks of every kind that a program or an input method puts in; not the line break, which is written on purpose. */
const BLANKS = /[ \t\u00a0\u2000-\u200d\u2060\u3000\ufeff]+/g;

/** As compared: one kind of line break, one blank where there are several, none at the ends of lines. */
export function foldBlanks(text: string): string {
  return text
    .replace(/_x000d_/gi, '')
    .replace(/\r\n?/g, '\n')
    .replace(BLANKS, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/**
 * Whether two cells say the same. What a program changes when it saves is no difference: a number kept as text, a date
 * written otherwise, blanks trimmed or of full width, the last bits of a fraction.
 */
export function sameCell(a: GridCell | undefined, b: GridCell | undefined): boolean {
  const one = a && foldBlanks(a.text) !== '' ? a : undefined;
  const other = b && foldBlanks(b.text) !== '' ? b : undefined;
  if (!one || !other) return one === other;
  if (one.kind === 'text' && other.kind === 'text') return foldBlanks(one.text) === foldBlanks(other.text);
  if (one.iso !== undefined && other.iso !== undefined) return one.iso === other.iso;
  const numbers = [numberOf(one), numberOf(other)];
  if (numbers[0] !== null && numbers[1] !== null) return sameNumber(numbers[0]!, numbers[1]!);
  const days = [dayOf(one), dayOf(other)];
  if (days[0] !== null && days[1] !== null) return days[0] === days[1];
  return foldBlanks(one.text).toLowerCase() === foldBlanks(other.text).toLowerCase();
}

/** The same for values as they are written. */
export function sameValue(a: CellValue, b: CellValue): boolean {
  return sameCell(cellOf(a), cellOf(b));
}

function cellOf(value: CellValue): GridCell | undefined {
  if (value === null || value === '') return undefined;
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE', value };
  return { kind: typeof value === 'number' ? 'number' : 'text', text: String(value), value };
}

/**
 * What is to be written for a returned cell. A date goes as a date only where a date stands: in another format its number
 * would be shown.
 */
export function writtenValue(cell: GridCell | undefined, base: GridCell | undefined): CellValue {
  if (!cell || foldBlanks(cell.text) === '') return null;
  if (cell.kind === 'date') return base?.kind === 'date' ? cell.value : cell.text;
  return typeof cell.value === 'string' ? cell.value.replace(/\r\n?/g, '\n') : cell.value;
}

function numberOf({ value, kind }: GridCell): number | null {
  if (typeof value === 'number') return value;
  if (kind !== 'text') return null;
  const text = foldBlanks(String(value)).replace(/[０-９．％－]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  const match = /^([+-]?(?:\d+(?:,\d{3})*|\d*)(?:\.\d+)?)(%?)$/.exec(text);
  if (!match || !/\d/.test(text)) return null;
  const number = Number(match[1]!.replaceAll(',', ''));
  return match[2] ? number / 100 : number;
}

/** Programs write the shortest decimal that reads back, or not quite. */
function sameNumber(a: number, b: number): boolean {
  return Math.abs(a - b) <= 1e-12 * Math.max(Math.abs(a), Math.abs(b), 1);
}

function dayOf({ iso, text }: GridCell): string | null {
  if (iso !== undefined) return iso.slice(0, 10);
  const match = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(foldBlanks(text));
  return match && `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
}
