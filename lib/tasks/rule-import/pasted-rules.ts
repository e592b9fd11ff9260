import type { RuleEntry } from '../../model/rule-entry';
import { foldWidth } from '../../model/text';
import { parseRule } from '../../scoring/parse-rule';
import { speaksOfPoints } from '../../scoring/speaks-of-points';
import { parseSectionHeader, type SectionHeader } from '../../table/section-header';
import { isOfWholeTable } from './whole-table-text';

/** A pasted 评分细则 may be a whole booklet; what follows is not looked at. */
const LONGEST_TEXT = 200_000;
const LONGEST_HEADING = 80;

type Style = SectionHeader['style'] | 'code';

interface Line {
  text: string;
  style: Style;
  number: string | null;
  rest: string;
}

/**
 * A text in its entries, in every way its numbering can be meant: whether （一） heads a section or an item only the table that
 * it is for can tell. The best way is for `matchRules` to find; each way holds all scoring words of the text.
 */
export function pastedRules(text: string): RuleEntry[][] {
  const lines = text
    .slice(0, LONGEST_TEXT)
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(readLine);
  // A code such as 2.3 always begins an item.
  const styles = [...new Set(lines.map(({ style }) => style))].filter(style => style !== 'none' && style !== 'code');
  const [first = null, second, third] = styles;
  const levels: [Style | null, Style | null][] = [[null, first]];
  if (first) levels.push([first, null]);
  if (first && second) levels.push([first, second]);
  if (second && third) levels.push([second, third]);
  return levels.map(([section, item]) => entriesOf(lines, section, item));
}

/** "2.3 …" and "2-3、…", but not "2.5分". */
const CODE = /^(\d{1,2})[.-](\d{1,2})(?:[.,、:：)）]|\s+|(?=[\u4e00-\u9fff]))(?![分%倍个万元次])/;

function readLine(text: string): Line {
  const code = CODE.exec(foldWidth(text.slice(0, 12)));
  if (code) return { text, style: 'code', number: `${code[1]}.${code[2]}`, rest: text.slice(code[0].length).trim() };
  const header = parseSectionHeader(text);
  if (header.number === null) return { text, style: 'none', number: null, rest: text };
  const rest = foldWidth(text).replace(/^\(?[^,.:()]{1,6}?(?:\)[,.]?|[,.:])/, '');
  return { text, style: header.style, number: header.number, rest: text.slice(text.length - rest.length).trim() };
}

function entriesOf(lines: readonly Line[], sectionStyle: Style | null, itemStyle: Style | null): RuleEntry[] {
  const entries: RuleEntry[] = [];
  let section: RuleEntry['section'] = null;
  let block: { number: string | null; lines: string[]; section: RuleEntry['section'] } = {
    number: null,
    lines: [],
    section,
  };
  const close = (number: string | null): void => {
    const entry = entryOf(block.lines.join('\n'), block.number, block.section);
    if (entry) entries.push(entry);
    block = { number, lines: [], section };
  };
  for (const line of lines) {
    if (line.style === sectionStyle && sectionStyle !== null && isHeading(line)) {
      section = { number: line.number, name: parseSectionHeader(line.text).name };
      close(null);
    } else if (line.style === 'code' || (line.style === itemStyle && itemStyle !== null)) {
      close(line.number);
      block.lines.push(line.rest);
    } else if (line.style === 'none' && isOfWholeTable(line.text)) {
      const { number } = block;
      close(number);
      block.lines.push(line.text);
      block.number = null;
      close(null);
    } else {
      block.lines.push(line.text);
    }
  }
  close(null);
  return entries;
}

const isHeading = ({ text }: Line): boolean =>
  text.length <= LONGEST_HEADING && !speaksOfPoints(text) && parseRule(text).rule.kind === 'none';

/** What stands before the first scoring words says what is scored. null where nothing is scored. */
function entryOf(block: string, number: string | null, section: RuleEntry['section']): RuleEntry | null {
  if (block.trim() === '') return null;
  const parsed = parseRule(block);
  const unread = parsed.rule.kind === 'none' || parsed.rule.kind === 'unparsed';
  if (parsed.rule.kind === 'none' && !speaksOfPoints(block)) return null;
  const start = unread ? headEnd(block) : parsed.span[0];
  const heads = block.slice(0, start).trim().split('\n').map(readLine);
  const text = block.slice(start).trim();
  const [outer] = heads;
  const inner = heads[heads.length - 1]!;
  // A heading above the one that says what is scored is its section, whatever it was taken for.
  const nested = heads.length > 1 && inner.number !== null && outer !== undefined;
  const numbered = nested || (number === null && inner.number !== null);
  const content = numbered ? inner.rest : heads.map(head => head.text).join('\n');
  return {
    content,
    text,
    section: nested ? { number, name: parseSectionHeader(outer.text).name } : section,
    number: numbered ? inner.number : number,
    weight: weightIn(content),
    clauses: null,
    cell: null,
  };
}

/** The first line, where more follow, or what stands before a colon. */
function headEnd(block: string): number {
  const end = /[\n：:]/.exec(block.slice(0, LONGEST_HEADING));
  return end ? end.index + 1 : 0;
}

export function weightIn(text: string): number | null {
  const found = /[(（[]\s*(?:共|满分|计)?\s*(\d+(?:\.\d+)?)\s*分\s*[)）\]]/.exec(foldWidth(text));
  return found ? Number(found[1]) : null;
}
