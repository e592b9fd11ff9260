import { cleanText, foldWidth } from '../model/text';

export interface SectionHeader {
  /** As printed, without its brackets: "一", "3", "A"; null where none is printed. */
  number: string | null;
  /** How the number is printed: rows of one style stand on one level. */
  style: 'bracket' | 'comma' | 'part' | 'digit' | 'letter' | 'none';
  name: string;
  /** What stands in "（10分）" or "（10%）". */
  weight: number | null;
  unit: 'points' | 'percent' | null;
}

/** All patterns read the text in one width; folding keeps its length, so that names are cut from the text itself. */
const NUMBERS: [SectionHeader['style'], RegExp][] = [
  ['bracket', /^\(([一二三四五六七八九十百]{1,3})\)[,.]?/],
  ['part', /^第([一二三四五六七八九十百]{1,3}|\d{1,2})(?:部分|大?类|大?项|章|篇|板块)[,.:]?/],
  ['comma', /^([一二三四五六七八九十百]{1,3})[,.:]/],
  ['digit', /^\(?(\d{1,2})(?:\)[,.]?|,(?!\d)|\.(?!\d))/],
  ['letter', /^([A-ZⅠ-Ⅻ]|[IVX]{1,4})[,.:]/],
];

const WEIGHT_IN_BRACKETS = /[([][^()[\]]{0,12}?(\d+(?:\.\d+)?)\s*(分|%)[^()[\]]{0,12}[)\]][:★*]?$/;
const WEIGHT_AT_END = /[\s:,-]*(?:共|满分|计)?(\d+(?:\.\d+)?)(分|%)$/;
/** Only the end of a text is searched: its separators would otherwise be tried from each of their places. */
const LONGEST_WEIGHT = 60;
const CONTINUED = /[（(]续\d*[）)]$/;

/** Reads "（一）领导责任 落实（10分）" and its kin. */
export function parseSectionHeader(text: string): SectionHeader {
  const clean = cleanText(text).replace(CONTINUED, '');
  const folded = foldWidth(clean);
  let number: string | null = null;
  let style: SectionHeader['style'] = 'none';
  let start = 0;
  for (const [name, pattern] of NUMBERS) {
    const match = pattern.exec(folded);
    if (!match || match[0].length === folded.length) continue;
    number = match[1]!;
    style = name;
    start = match[0].length;
    break;
  }
  const rest = folded.slice(start);
  const tailStart = Math.max(0, rest.length - LONGEST_WEIGHT);
  const tail = rest.slice(tailStart);
  const weight = WEIGHT_IN_BRACKETS.exec(tail) ?? WEIGHT_AT_END.exec(tail);
  // "10分" alone is a weight cell that lost its column, not a section without a name.
  const named = weight && tailStart + weight.index > 0 ? weight : null;
  return {
    number,
    style,
    name: clean.slice(start, named ? start + tailStart + named.index : undefined).trim(),
    weight: named ? Number(named[1]) : null,
    unit: named ? (named[2] === '分' ? 'points' : 'percent') : null,
  };
}
