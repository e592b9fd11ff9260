import type { PageTable } from '../../lib/page/page-table';
import { type Damage, damaged } from './damage';
import type { Random } from './random';
import { STRANGERS } from './strangers';

/** A page made for the tests; every field carries its truth in data-gt: "<code> <role> <must|may|mustNot>". */
export interface MadePage {
  name: string;
  /** Path → HTML; 'index.html' is opened. */
  files: Record<string, string>;
  /** Whether the page has any field of the table; false for decoys. */
  decoy?: boolean;
}

export interface Row {
  code: string | null;
  number: number;
  section: string;
  text: string;
  measures: string;
  deadline: string;
  weight: number;
}

export interface Column {
  role: string | null;
  heading: string;
  control: (truth: string) => string;
}

/** The rows of a page: the table's indicators, damaged, some left out, and strangers between them. */
export function rowsOf(
  table: PageTable,
  random: Random,
  damage: Damage,
  { keep = 1, strangers = 0 }: { keep?: number; strangers?: number } = {},
): Row[] {
  const rows: Row[] = [];
  const others = random.shuffled(STRANGERS);
  for (const indicator of table.indicators) {
    if (!random.chance(keep)) continue;
    rows.push({
      code: indicator.code,
      number: Number(indicator.number),
      section: String(indicator.section),
      text: damaged(indicator.text, String(indicator.measures), damage, random),
      measures: String(indicator.measures),
      deadline: String(indicator.deadline),
      weight: Number(indicator.weight),
    });
  }
  for (let count = 0; count < strangers; count++) {
    const text = others[count % others.length]!;
    rows.splice(random.below(rows.length + 1), 0, {
      code: null,
      number: 0,
      section: '综合工作',
      text,
      measures: '按要求落实',
      deadline: '2023年底前',
      weight: 2,
    });
  }
  return rows;
}

const HEADINGS: Record<string, readonly string[]> = {
  selfScore: ['自评分', '自评得分', '自评', '自评分（分）', '得分', '单位自评分', '赋分'],
  completion: ['完成情况', '完成情况说明', '自评描述', '工作开展情况', '落实情况', '详细说明', '进展情况'],
  evidence: ['佐证材料', '佐证资料', '支撑材料', '印证材料', '材料名称', '附件'],
  responsiblePerson: ['责任人', '经办人', '联系人', '具体责任人'],
  department: ['责任科室', '牵头部门', '责任单位', '责任部门'],
  deadline: ['完成时限', '完成时间', '截止时间'],
  remark: ['备注'],
};
const REVIEW = ['核定分', '考核组评分', '复核得分', '上级评分', '考核得分'];

let serial = 0;
const control = {
  input: (truth: string) => `<input name="f${++serial}" data-gt="${truth}">`,
  number: (truth: string) => `<input type="number" step="0.5" name="score" data-gt="${truth}">`,
  area: (truth: string) => `<textarea rows="2" name="f${++serial}" data-gt="${truth}"></textarea>`,
  date: (truth: string) => `<input type="date" data-gt="${truth}">`,
  editable: (truth: string) =>
    `<div contenteditable="true" style="min-height:24px;border:1px solid #ccc" data-gt="${truth}"></div>`,
};

/** Columns to fill in, in an order of the page's own, often with the reviewer's column beside them. */
export function columnsOf(random: Random, { reviewer = random.chance(0.4), least = 2 } = {}): Column[] {
  const optional = random.shuffled(['evidence', 'responsiblePerson', 'department', 'deadline', 'remark']);
  const roles = ['selfScore', 'completion', ...optional.slice(0, Math.max(0, least - 2) + random.below(3))];
  const columns = random.shuffled(roles).map(role => columnOf(role, random));
  if (reviewer) {
    columns.push({ role: null, heading: random.pick(REVIEW), control: control.number });
    // A second score column: a plain 得分 would then be nobody's in particular.
    for (const column of columns) if (column.heading === '得分') column.heading = '自评分';
  }
  return columns;
}

export function columnOf(role: string, random: Random): Column {
  const draw =
    role === 'selfScore'
      ? random.pick([control.input, control.number])
      : role === 'completion'
        ? random.pick([control.area, control.area, control.editable, control.input])
        : role === 'deadline'
          ? random.pick([control.date, control.input])
          : random.pick([control.input, control.area]);
  return { role, heading: random.pick(HEADINGS[role]!), control: draw };
}

/** The truth of a row's field in a column. */
export function truthOf(row: Row | null, column: Column): string {
  if (!row?.code) return '- - mustNot';
  return column.role ? `${row.code} ${column.role} must` : `${row.code} - mustNot`;
}

export const field = (row: Row | null, column: Column): string => column.control(truthOf(row, column));
export const stray = (attributes: string): string => `<input ${attributes} data-gt="- - mustNot">`;

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

export function html(body: string, style = ''): string {
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>平安单位创建填报</title><style>
body{font:14px sans-serif;margin:0;padding:8px}table{border-collapse:collapse}td,th{border:1px solid #999;padding:4px}${style}</style></head><body>${body}</body></html>`;
}

/** How portals print the number before the text. */
export function numbered(row: Row, at: number, random: Random): string {
  return random.pick([
    `${row.text}`,
    `${row.number || at + 1}.${row.text}`,
    `${at + 1}、${row.text}`,
    `（${'一二三四五六七八九十'[at % 10]}）${row.text}`,
    `${row.text}（${row.weight}分）`,
    `${row.code ?? `5-${at}`} ${row.text}`,
    `${row.text}（分值：${row.weight}）`,
  ]);
}
