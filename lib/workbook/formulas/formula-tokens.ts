import { MAX_COLUMNS, MAX_ROWS } from '../../model/address';
import type { Anchor, Reference } from './formula-ast';
import { AREA, cornerOf, NAME, NUMBER, TEXT } from './formula-words';

export type Token =
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'error'; code: string }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string; sheet: string | null }
  | { kind: 'outside' }
  /** A function's name; its opening bracket is consumed. */
  | { kind: 'call'; name: string }
  | { kind: 'sign'; sign: string };

const SPACE = /[ \t\r\n]+/y;
const QUOTED = new RegExp(TEXT, 'y');
const ERROR = /#(?:REF!|N\/A|NAME\?|DIV\/0!|VALUE!|NUM!|NULL!|GETTING_DATA)/y;
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.[\]]+))!/uy;
const REFERENCE = new RegExp(`(?:${AREA})(?![\\p{L}\\p{N}_.(!:[])`, 'uy');
const CALL = new RegExp(`(${NAME})\\(`, 'uy');
const NAMED = new RegExp(`${NAME}(?![\\p{L}\\p{N}_.\\\\?[!:(])`, 'uy');
const DIGITS = new RegExp(NUMBER, 'y');
const ARRAY = /\{[^{}]*\}/y;
const SIGN = /<>|<=|>=|[-+*/^&=<>%(),]/y;

/** null where the formula holds anything this small grammar does not know (table columns, intersections, 3-D areas). */
export function formulaTokens(formula: string): Token[] | null {
  const tokens: Token[] = [];
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < formula.length) {
    if (take(SPACE)) continue;
    const token = nextToken(take);
    if (!token) return null;
    tokens.push(token);
  }
  return tokens;
}

function nextToken(take: (pattern: RegExp) => RegExpExecArray | null): Token | null {
  const text = take(QUOTED);
  if (text) return { kind: 'text', value: text[1]!.replaceAll('""', '"') };
  const sheet = take(SHEET);
  if (sheet) return afterSheet(sheet[1]?.replaceAll("''", "'") ?? sheet[2]!, take);
  const error = take(ERROR);
  if (error) return { kind: 'error', code: error[0] };
  const area = take(REFERENCE);
  if (area) return referenceToken(area[0], null);
  const call = take(CALL);
  if (call) return { kind: 'call', name: call[1]!.toUpperCase() };
  const name = take(NAMED);
  if (name) return { kind: 'name', name: name[0], sheet: null };
  const number = take(DIGITS);
  if (number) return { kind: 'number', value: Number(number[0]) };
  if (take(ARRAY)) return { kind: 'outside' };
  const sign = take(SIGN);
  return sign && { kind: 'sign', sign: sign[0] };
}

function afterSheet(sheet: string, take: (pattern: RegExp) => RegExpExecArray | null): Token | null {
  if (sheet.includes('[')) {
    return take(REFERENCE) || take(NAMED) || take(ERROR) ? { kind: 'outside' } : null;
  }
  if (sheet.includes(':')) return null;
  const area = take(REFERENCE);
  if (area) return referenceToken(area[0], sheet);
  const error = take(ERROR);
  if (error) return { kind: 'error', code: error[0] };
  const name = take(NAMED);
  return name && { kind: 'name', name: name[0], sheet };
}

function referenceToken(text: string, sheet: string | null): Token | null {
  const [first = '', second = first] = text.split(':');
  const a = cornerOf(first);
  const b = cornerOf(second);
  if (!a || !b) return null;
  const whole = (limit: number): [Anchor, Anchor] => [
    { index: 0, fixed: true },
    { index: limit - 1, fixed: true },
  ];
  const [top, bottom] = a.row && b.row ? sorted(a.row, b.row) : whole(MAX_ROWS);
  const [left, right] = a.column && b.column ? sorted(a.column, b.column) : whole(MAX_COLUMNS);
  return { kind: 'reference', reference: { sheet, top, left, bottom, right } };
}

function sorted(a: Anchor, b: Anchor): [Anchor, Anchor] {
  return a.index <= b.index ? [a, b] : [b, a];
}
