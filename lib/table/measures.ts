import type { Measure } from '../model/table';
import { cleanText, foldWidth, withoutTags } from '../model/text';
import { chineseNumber } from './chinese-number';

interface Marker {
  start: number;
  end: number;
  number: number;
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳';
const BRACKETED = '⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇';
const DOTTED = '⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛';

/** How lists are numbered. A digit after the dot tells "2.5倍" from "2.落实"; only a year may follow, as in "2.2024年底前…". */
const FORMS: [sign: RegExp, marker: RegExp, read: (match: string) => number | null][] = [
  [/[0-9０-９]\s*[.．、)）]/, /([0-9０-９]{1,2})\s*[.．、)）](?:(?![0-9０-９])|(?=20\d\d年))/g, digits],
  [/[（(][0-9０-９]/, /[（(]([0-9０-９]{1,2})[）)]/g, digits],
  [/[①-⑳]/, /([①-⑳])/g, mark => CIRCLED.indexOf(mark) + 1],
  [/[⑴-⒇]/, /([⑴-⒇])/g, mark => BRACKETED.indexOf(mark) + 1],
  [/[⒈-⒛]/, /([⒈-⒛])/g, mark => DOTTED.indexOf(mark) + 1],
  [/[一二三四五六七八九十][、．.]/, /([一二三四五六七八九十]{1,3})[、．.]/g, chineseNumber],
  [/[一二三四五六七八九十]是/, /([一二三四五六七八九十]{1,3})是/g, chineseNumber],
  [/[（(][一二三四五六七八九十]/, /[（(]([一二三四五六七八九十]{1,3})[）)]/g, chineseNumber],
];

/** A text that begins with a number of any form, behind a tag perhaps. */
const NUMBERED = /^\s*(?:<[^<>]*>\s*)*[（(]?[0-9０-９一二三四五六七八九十①-⑳⑴-⒛]/;

/** "1.2 党组专题研究" or "2-1-3、…", but neither "1.5倍" nor "0.5分". */
const CODE =
  /^\s*[1-9]\d?(?:[.．-][1-9]\d?)?[.．-]([1-9]\d?)(?:[.．、:：]|\s+|(?=[\u4e00-\u9fff“《]))(?![\d%倍分个公米亿万元次人条件家年月])/;

const LONGEST_CODE = 30;

/** What may stand before the number of a list's next entry. */
const BOUNDARY = /[；;。．.，,、：:！!？?\s\u3000]/;
/** Where line breaks were lost, "1.召开会议2.签订责任书": a word may, a digit or "第" may not. */
const SPELLED = /(?!第)[\u4e00-\u9fff）》”]/;
const INTRO_END = /[：:\n。；;]\s*$/;
const TRAILING = /[；;。.，,、\s]/;
/** An introduction is told by its end. */
const LONGEST_GAP = 40;

/**
 * Splits a 具体措施 text at a strictly increasing run of numbers. `first` is the number the run may also begin with,
 * for measures that stand in rows of their own. Without a run the whole text is one measure.
 */
export function splitMeasures(cellText: string, first = 1): Measure[] {
  const text = withoutTags(cellText);
  if (text.trim() === '') return [];
  const run = longestRun(text, first);
  if (run.length === 0) return [{ number: first, numbered: false, text: text.trim(), clean: cleanMeasure(text) }];
  return run.map((marker, i) => {
    const end = run[i + 1]?.start ?? text.length;
    return {
      number: marker.number,
      numbered: true,
      text: text.slice(i === 0 ? 0 : marker.start, end).replace(/^\s+/, ''),
      clean: cleanMeasure(text.slice(marker.end, end)),
    };
  });
}

/** The number a text begins with and what follows it; null when it begins with none or is itself a list. */
export function leadingNumber(text: string): { number: number; rest: string } | null {
  if (!NUMBERED.test(text)) return null;
  const plain = withoutTags(text);
  const code = CODE.exec(foldWidth(plain.slice(0, LONGEST_CODE)));
  if (code) return { number: Number(code[1]), rest: plain.slice(code[0].length) };
  const run = longestRun(plain, null);
  const marker = run[0];
  if (run.length !== 1 || !marker || plain.slice(0, marker.start).trim() !== '') return null;
  const rest = plain.slice(marker.end);
  return rest.trim() === '' ? null : { number: marker.number, rest };
}

/** The run whose first number stands foremost. `first` null: any first number will do. */
function longestRun(text: string, first: number | null): Marker[] {
  let best: Marker[] = [];
  for (const [sign, pattern, read] of FORMS) {
    if (!sign.test(text)) continue;
    const run = runOf(markers(text, pattern, read), first);
    if (run.length > 0 && (best.length === 0 || run[0]!.start < best[0]!.start)) best = run;
  }
  return best;
}

function markers(text: string, pattern: RegExp, read: (match: string) => number | null): Marker[] {
  const found: Marker[] = [];
  for (const match of text.matchAll(pattern)) {
    const start = match.index;
    const number = read(match[1]!);
    const before = text.slice(Math.max(0, start - 1), start);
    if (number !== null && (start === 0 || BOUNDARY.test(before) || SPELLED.test(before))) {
      found.push({ start, end: start + match[0].length, number });
    }
  }
  // An entry may only begin the list at the text's start or after an introduction such as "主要措施：".
  const opening = found.findIndex(marker => opens(text, marker.start));
  return opening < 0 ? [] : found.slice(opening);
}

function opens(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - LONGEST_GAP), start);
  return before.trim() === '' || INTRO_END.test(before);
}

function runOf(found: Marker[], first: number | null): Marker[] {
  const begin = found.findIndex(marker => first === null || marker.number === 1 || marker.number === first);
  if (begin < 0) return [];
  const run = [found[begin]!];
  for (const marker of found.slice(begin + 1)) {
    if (marker.number === run[run.length - 1]!.number + 1) run.push(marker);
  }
  return run;
}

function digits(match: string): number {
  return Number(match.replace(/[０-９]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)));
}

function cleanMeasure(text: string): string {
  const clean = cleanText(text);
  let end = clean.length;
  while (end > 0 && TRAILING.test(clean[end - 1]!)) end--;
  return clean.slice(0, end);
}
