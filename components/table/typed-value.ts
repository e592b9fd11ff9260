import type { CellKind, CellValue } from '../../lib/model/cells';
import { isoToSerial, serialToIso } from '../../lib/model/date-serial';
import { isDateFormat } from '../../lib/model/number-format/format-number';

export interface TypedInto {
  /** What the cell held before; undefined for an empty cell. */
  kind: CellKind | undefined;
  numberFormat: string;
  date1904: boolean;
}

/**
 * What a typed or pasted text becomes, as Excel would have it where that is safe: plain decimal numbers are numbers, dates
 * are dates only in date cells, and everything else stays the text it is, "4分", "007" and "=A1" included.
 */
export function typedValue(text: string, into: TypedInto): CellValue {
  if (text === '') return null;
  if (into.numberFormat === '@') return text;
  const bare = text.trim();
  if (into.kind === 'boolean' && /^(true|false)$/i.test(bare)) return bare.toLowerCase() === 'true';
  if (isDateFormat(into.numberFormat)) return dateSerial(bare, into.date1904) ?? numberOrText(text, bare);
  if (into.numberFormat.includes('%')) return percentValue(bare) ?? numberOrText(text, bare);
  return numberOrText(text, bare);
}

/** Excel keeps 15 digits; a longer one is a card number or an id and must not be rounded. */
function numberOrText(text: string, bare: string): CellValue {
  if (!/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(bare) || bare.replace(/\D/g, '').length > 15) return text;
  return Number(bare);
}

/** A format with %: 85 and 85% both mean 0.85. The decimal point is moved in the text, so no digit is invented. */
function percentValue(bare: string): number | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d+))?%?$/.exec(bare);
  if (!match) return null;
  const whole = match[2]!.padStart(3, '0');
  return Number(`${match[1]}${whole.slice(0, -2)}.${whole.slice(-2)}${match[3] ?? ''}`);
}

/** "2023-12-31", "2023/12/31", "2023.12.31", "2023年12月31日" → the day's serial number; null for anything else. */
function dateSerial(bare: string, date1904: boolean): number | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(bare);
  if (!match) return null;
  const iso = `${match[1]}-${match[2]!.padStart(2, '0')}-${match[3]!.padStart(2, '0')}`;
  const serial = isoToSerial(iso, date1904);
  // 31 April reads as 1 May: what comes back must be what was typed.
  return serial !== null && serialToIso(serial, date1904) === iso ? serial : null;
}
