import type { CellValue } from '../../model/cells';
import { encodeCellText, textElement } from './cell-text';
import type { SharedStrings } from './shared-strings';

/** A value as a `<c>` holds it: its t attribute and its child element. An empty cell has neither. */
export interface EncodedValue {
  type: string | null;
  xml: string;
}

export const EMPTY: EncodedValue = { type: null, xml: '' };

/** @param strings null where the book has no table of strings: the text then stands in the cell itself */
export function encodeValue(value: CellValue, prefix: string, strings: SharedStrings | null): EncodedValue {
  if (value === null || value === '') return EMPTY;
  if (typeof value === 'number') return { type: null, xml: valueElement(numberText(value), prefix) };
  if (typeof value === 'boolean') return { type: 'b', xml: valueElement(value ? '1' : '0', prefix) };
  if (!strings) return { type: 'inlineStr', xml: `<${prefix}is>${textElement(value, prefix)}</${prefix}is>` };
  return { type: 's', xml: valueElement(String(strings.append(value)), prefix) };
}

/** What a formula gave. Its text stands in the cell, never in the table of strings. */
export function encodeResult(value: string | number | boolean | { code: string }, prefix: string): EncodedValue {
  if (typeof value === 'string') return { type: 'str', xml: valueElement(encodeCellText(value), prefix) };
  if (typeof value === 'object') return { type: 'e', xml: valueElement(value.code, prefix) };
  return encodeValue(value, prefix, null);
}

function valueElement(text: string, prefix: string): string {
  return `<${prefix}v>${text}</${prefix}v>`;
}

function numberText(value: number): string {
  return Object.is(value, -0) ? '0' : String(value);
}
