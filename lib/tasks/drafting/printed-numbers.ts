import type { CellValue, GridCell } from '../../model/cells';
import { leadingNumber } from '../../table/measures';

/** "1." of "1.坚持…", the 2 of "（2）" or of "1-2 …": what stands before the number, the number, and the sign behind it. */
const PRINTED = /^(\s*[（(]?(?:[0-9０-９]{1,2}[.．-])*)([0-9０-９]{1,3})([.．、)）:：]|\s+|$)/;

interface PrintedNumber {
  before: string;
  number: number;
  after: string;
  rest: string;
}

/** What a cell that was or will be numbered holds; a bare number in a 序号 column, or a number before a text. */
export function printedNumber(text: string): PrintedNumber | null {
  const match = PRINTED.exec(text);
  if (!match) return null;
  const [whole, before = '', digits = '', after = ''] = match;
  return { before, number: Number(halfWidth(digits)), after, rest: text.slice(whole.length) };
}

/** Whether texts are numbered one after the other. @returns the first number, or null */
export function runningFrom(texts: readonly string[]): number | null {
  const numbers = texts.map(text => {
    const printed = printedNumber(text);
    const isBare = printed?.rest === '';
    return printed && (isBare || leadingNumber(text)?.number === printed.number) ? printed.number : null;
  });
  const [first] = numbers;
  if (first === null || first === undefined) return null;
  return numbers.every((number, i) => number === first + i) ? first : null;
}

/** The text with this number in place of its own, in the same form and width. */
export function renumbered(text: string, number: number): string {
  const printed = printedNumber(text);
  if (!printed || printed.number === number) return text;
  const { before, after, rest } = printed;
  const wide = /[０-９]/.test(text.slice(before.length, before.length + 1));
  return before + (wide ? fullWidth(number) : number) + after + rest;
}

/** A new text in the form of its neighbours; a number that was typed with it is not kept. */
export function numberedLike(model: string, text: string, number: number): string {
  const printed = printedNumber(model);
  if (!printed) return text;
  const { before, after } = printed;
  return renumbered(before + 0 + after, number) + (leadingNumber(text)?.rest ?? text);
}

/** The number of a 序号 cell, in the kind of its neighbours. */
export function sequenceValue(model: GridCell, number: number): CellValue {
  return model.kind === 'number' ? number : renumbered(model.text, number);
}

function halfWidth(digits: string): string {
  return digits.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
}

function fullWidth(number: number): string {
  return String(number).replace(/\d/g, digit => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}
