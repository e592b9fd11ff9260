import { decodeUtf8 } from '../xml/xml-text';

const POWERS = Array.from({ length: 19 }, (_, power) => 10 ** power);
const MAX_EXACT_DIGITS = 15;

/**
 * A number from its digits, without a string for the common ones: up to 15 digits with a point divide exactly. NaN where
 * it is no number.
 */
export function readNumber(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  const negative = bytes[at] === 0x2d;
  if (negative) at++;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === 0x2e && decimals < 0) decimals = 0;
    else if (byte >= 0x30 && byte <= 0x39 && digits < MAX_EXACT_DIGITS) {
      value = value * 10 + byte - 48;
      digits++;
      if (decimals >= 0) decimals++;
    } else return slowNumber(bytes, start, end);
  }
  if (digits === 0) return Number.NaN;
  const size = decimals > 0 ? value / POWERS[decimals]! : value;
  return negative ? -size : size;
}

function slowNumber(bytes: Uint8Array, start: number, end: number): number {
  const text = decodeUtf8(bytes, start, end).trim();
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : Number.NaN;
}
