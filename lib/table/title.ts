import { formatAddress } from '../model/address';
import type { RecognisedTable } from '../model/table';
import { cleanText, foldWidth, matchKey } from '../model/text';
import { chineseYear } from './chinese-number';
import type { HeaderBlock } from './find-headers';
import { isNote, isSignature, isUnitOrDate, sumLabel } from './row-kinds';
import { parseSectionHeader } from './section-header';
import type { SheetView } from './sheet-view';
import { parseWeight } from './weight';

export interface TitleArea {
  /** First row that belongs to the table. */
  top: number;
  title: RecognisedTable['title'];
  /** Compared with rows of the body: a title printed again on each page. */
  keys: ReadonlySet<string>;
  year: number | null;
  unit: string | null;
  /** In points, from "（共40分）". */
  total: number | null;
  totalCell: string | null;
  notes: { row: number; columns: readonly number[] }[];
}

/** Titles are printed close above their table. */
const MOST_ROWS = 12;
const MOST_CELLS = 6;
const LONGEST_TITLE = 120;
const ATTACHMENT = /^附(?:件|表|录)\s*[\d一二三四五六七八九十]*\s*[-—]?\d*\s*[:：]?$/;
const ASIDE =
  /^\(?(?:计量)?单位:(?:分|万?元|个|%)\)?$|^第\d+页|^[(（]?(?:样表|参考|试行|征求意见稿|20\d\d年\d+月.*)[)）]?$|^(?:\()?(?:机密|秘密|绝密)|^[([【]?内部(?:资料|文件|材料|使用)/;

/** Reads the lines above a header, no higher than `ceiling`. */
export function readTitle(view: SheetView, block: HeaderBlock, ceiling: number): TitleArea {
  const lines: { row: number; columns: readonly number[] }[] = [];
  const asides: string[] = [];
  const notes: TitleArea['notes'] = [];
  let top = block.top;
  for (let row = block.top - 1; row >= ceiling && row >= block.top - MOST_ROWS; row--) {
    const columns = view.filled(row, 0, Number.MAX_SAFE_INTEGER);
    if (columns.length === 0) {
      if (lines.length > 0 && ceiling > 0) break;
      continue;
    }
    const texts = columns.map(column => view.cell(row, column)!.text);
    const lead = texts[0]!;
    if (isNote(lead)) notes.unshift({ row, columns });
    else if (texts.every(text => isAside(text))) asides.push(...texts);
    else if (isTitleLine(view, row, columns)) {
      const own = columns.filter(column => !isAside(view.cell(row, column)!.text));
      asides.push(...texts.filter(text => isAside(text)));
      // A long paragraph above the title line explains the table; it is no part of its name.
      if (texts.join('').length > LONGEST_TITLE && lines.length > 0) break;
      lines.unshift({ row, columns: own });
    } else break;
    top = row;
  }
  return { top, notes, ...readLines(view, lines, asides) };
}

/** "一、共性指标考核表（60分）" names a table, "一、组织领导（10分）" a section. */
const TABLE_NAME = /(?:表|细则|标准|清单|一览|办法|方案)$/;

/** A line of a title, as opposed to a row of the table above: few short texts, no sentence, no number, no section. */
function isTitleLine(view: SheetView, row: number, columns: readonly number[]): boolean {
  if (columns.length > MOST_CELLS) return false;
  const own = columns.filter(column => !isAside(view.cell(row, column)!.text));
  return own.every(column => {
    const cell = view.cell(row, column)!;
    const merge = view.merge(row, column);
    if (cell.kind !== 'text' || (merge && merge.bottom > merge.top + 2)) return false;
    const text = cleanText(cell.text);
    if (text.length > LONGEST_TITLE * 2 || /[。；;]$/.test(text) || sumLabel(text)) return false;
    // "（共40分）" may stand in a line of its own; beside other cells it is a row's weight.
    if (parseWeight(cell) && (columns.length > 1 || totalIn(text) === null)) return false;
    const { style, name } = parseSectionHeader(text);
    return style === 'none' || style === 'part' || TABLE_NAME.test(name);
  });
}

function isAside(text: string): boolean {
  const key = foldWidth(cleanText(text)).trim();
  return (
    /^.{1,16}[:：]\s*_*$/.test(key) ||
    isUnitOrDate(text) ||
    isSignature(text) ||
    ATTACHMENT.test(key) ||
    ASIDE.test(key)
  );
}

function readLines(
  view: SheetView,
  lines: readonly { row: number; columns: readonly number[] }[],
  asides: readonly string[],
): Omit<TitleArea, 'top' | 'notes'> {
  const places = lines.flatMap(({ row, columns }) => columns.map(column => ({ row, column })));
  const texts = places.map(({ row, column }) => view.cell(row, column)!.text);
  const clean = texts.map(cleanText).join('');
  const total = totalIn(clean);
  const totalPlace = places.find((_, i) => totalIn(cleanText(texts[i]!)) !== null) ?? places[0];
  const year = yearIn(clean) ?? yearIn(asides.map(cleanText).join(' ')) ?? yearIn(view.grid.name);
  return {
    title: clean === '' ? null : { text: texts.join('\n'), clean, cells: places.map(formatAddress) },
    keys: new Set(texts.map(matchKey).filter(key => key !== '')),
    year,
    unit: unitInAsides(asides) ?? unitInTitle(clean),
    total,
    totalCell: total === null || !totalPlace ? null : formatAddress(totalPlace),
  };
}

/** "2023年度", "二〇二三年", "2023 年"; null where no year of our century is named. */
export function yearIn(text: string): number | null {
  const digits = /(20\d\d)\s*年/.exec(foldWidth(text)) ?? /(?<!\d)(20\d\d)(?!\d)/.exec(foldWidth(text));
  if (digits) return Number(digits[1]);
  const words = /([二〇○零一三四五六七八九]{4})年/.exec(text);
  return words && chineseYear(words[1]!);
}

function totalIn(title: string): number | null {
  const text = foldWidth(title);
  const match =
    /[([][^()]{0,6}?(?:共|满分|总分|总计|计|合计|分值|总分值)?[:为]?(\d{1,5}(?:\.\d+)?)\s*分[^()]{0,6}[)\]]/.exec(
      text,
    ) ?? /(?:满分|总分|共计|共)(?:值)?[:为]?(\d{1,5}(?:\.\d+)?)\s*分/.exec(text);
  return match ? Number(match[1]) : null;
}

const UNIT_LABEL =
  /^(?:填报|填表|被?考[核评]|自评|申报|创建|责任|受检|被检查|报送|参评|被评估)?(?:单位|部门)(?:名称|全称)?(?:\([^)]{0,8}\))?:(.*)$/;
const NEXT_LABEL = /(?:填报|填表|制表|上报|自评|负责人|联系|审核|日期|时间|年月日|总分|单位[:(])/;

/** "填报单位（盖章）：市档案局      填报日期：" → 市档案局; blanks and underscores are no name. */
function unitInAsides(asides: readonly string[]): string | null {
  for (const [i, aside] of asides.entries()) {
    const match = UNIT_LABEL.exec(foldWidth(cleanText(aside)).replace(/\s/g, ''));
    if (!match) continue;
    const [, value = ''] = match;
    const name = value.split(NEXT_LABEL)[0]!.replace(/[_\s(]+.*$/, '');
    if (/[\u4e00-\u9fff×x*]{2,}/i.test(name) && !/^(分|万?元|个|盖章|公章)$/.test(name)) return name;
    const beside = asides[i + 1];
    if (name === '' && beside && ORGANISATION.test(cleanText(beside)) && !isUnitOrDate(beside))
      return cleanText(beside);
  }
  return null;
}

const ORGANISATION =
  /(?:管理委员会|委员会|管委会|工委|党委|纪委|办事处|人民政府|公安局|局|厅|委|院|检察院|法院|公司|集团|街道|镇|乡|村|社区|医院|学院|大学|学校|小学|中学|幼儿园|研究所|中心|支队|大队|总队|管理处|管理站|供电所|银行|分行|支行|办公室|团|会|部|处|所|站|园区|开发区)$/;
/** Sure even in the middle of a title: nothing but an organisation's name ends in them. */
const ORGANISATION_HEAD =
  /^(.{2,30}?(?:管理委员会|管委会|办事处|人民政府|有限公司|公司|集团|公安局|局|厅|街道|人民医院|医院|检察院|法院|学院|大学|中学|小学|幼儿园|研究所|支队|大队))(?![长级属系])/;

/** The unit a title begins with: "××管理委员会2023年度…". A city or county alone is no unit. */
function unitInTitle(title: string): string | null {
  const beforeYear = /^(.{2,40}?)(?:20\d\d|[二〇○零一三四五六七八九]{4})\s*[-—年]/.exec(foldWidth(title));
  if (beforeYear) {
    const name = title.slice(0, beforeYear[1]!.length).replace(/[\s—-]+$/, '');
    if (ORGANISATION.test(name) && !/^关于/.test(name)) return name;
  }
  const rest = title.replace(/^[^年]{0,6}年度?/, '').replace(/^关于/, '');
  const head = ORGANISATION_HEAD.exec(rest);
  return head && !/[市省县区]直|各|全[市县区省]/.test(head[1]!) ? head[1]! : null;
}
