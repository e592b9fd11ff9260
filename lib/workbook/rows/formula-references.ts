import { columnName } from '../../model/address';
import { AREA, type Corner, cornerOf, NAME, NUMBER, TEXT } from '../formulas/formula-words';

/** A reference as it stands in a formula: "E7", "$E$7:E11", "A:C" or "2:2". */
export interface WrittenReference {
  /** null on the formula's own sheet. */
  sheet: string | null;
  /** Of a 3-D reference the last sheet, "Sheet3" of Sheet1:Sheet3!A1. */
  lastSheet: string | null;
  first: Corner;
  /** null where a single cell is written. */
  second: Corner | null;
}

const QUOTED = new RegExp(TEXT, 'y');
const SHEET = /(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.\\?[\]]+(?::[\p{L}\p{N}_.\\?]+)?))!/uy;
const REFERENCE = new RegExp(`(?:${AREA})(?![\\p{L}\\p{N}_.(!\\\\?[])`, 'uy');
const ERROR = /#[A-Z]+(?:[/_][A-Z0]+)*[!?]?/y;
const NAMED = new RegExp(NAME, 'uy');
const DIGITS = new RegExp(NUMBER, 'y');
const SIGN = /[-+*/^&=<>%(),;:@#{}\s]/y;

/**
 * The formula with its references written anew; all else keeps its characters.
 * @param rewrite gives the new text of a reference behind its sheet's name, or null to leave it
 * @returns null where the formula cannot be read to its end
 */
export function rewriteReferences(
  formula: string,
  rewrite: (reference: WrittenReference) => string | null,
): string | null {
  let written = '';
  let at = 0;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < formula.length) {
    const start = at;
    const text = take(QUOTED);
    if (text) {
      written += text[0];
      continue;
    }
    const sheet = take(SHEET);
    const prefixEnd = at;
    const area = take(REFERENCE);
    const corners = area && cornersOf(area[0]);
    if (corners) {
      const reference = { ...sheetsOf(sheet), ...corners };
      const anew = reference.sheet?.includes('[') ? null : rewrite(reference);
      written += anew === null ? formula.slice(start, at) : formula.slice(start, prefixEnd) + anew;
      continue;
    }
    // Letters beyond XFD and rows beyond the last make a name.
    at = prefixEnd;
    const read = sheet
      ? take(ERROR) || takeName(take)
      : take(ERROR) || takeName(take) || take(DIGITS) || take(SIGN) || takeBrackets();
    if (!read) return null;
    written += formula.slice(start, at);
  }
  return written;

  function takeName(next: typeof take): boolean {
    if (!next(NAMED)) return false;
    return formula[at] !== '[' || takeBrackets();
  }

  /** A table's columns, [[#Headers],[分值]]; an apostrophe escapes a bracket. */
  function takeBrackets(): boolean {
    if (formula[at] !== '[') return false;
    let depth = 0;
    for (; at < formula.length; at++) {
      const character = formula[at];
      if (character === "'") at++;
      else if (character === '[') depth++;
      else if (character === ']') depth--;
      if (depth === 0) {
        at++;
        return true;
      }
    }
    return false;
  }
}

/** "E7", "$E$7:$E$11": a reference's corners as a formula spells them. */
export function writeReference(first: Corner, second: Corner | null): string {
  return second ? `${writeCorner(first)}:${writeCorner(second)}` : writeCorner(first);
}

function writeCorner({ column, row }: Corner): string {
  const letters = column ? `${column.fixed ? '$' : ''}${columnName(column.index)}` : '';
  const digits = row ? `${row.fixed ? '$' : ''}${row.index + 1}` : '';
  return letters + digits;
}

function sheetsOf(match: RegExpExecArray | null): { sheet: string | null; lastSheet: string | null } {
  if (!match) return { sheet: null, lastSheet: null };
  const [sheet = '', lastSheet = null] = (match[1]?.replaceAll("''", "'") ?? match[2]!).split(':');
  return { sheet, lastSheet };
}

function cornersOf(text: string): { first: Corner; second: Corner | null } | null {
  const [first = '', second] = text.split(':');
  const a = cornerOf(first);
  const b = second === undefined ? null : cornerOf(second);
  return a && (b || second === undefined) ? { first: a, second: b } : null;
}
