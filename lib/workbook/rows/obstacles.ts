import { AppError } from '../../model/app-error';

/** What cannot be shifted safely, as people call it. */
const OBSTACLES = {
  'old-format': ['.xls / .et 格式的内容', 'the older .xls / .et format'],
  'rows-unnumbered': ['没有行号或单元格地址的数据', 'rows or cells without an address'],
  'rows-unordered': ['顺序错乱或重复的行', 'rows out of order, or twice'],
  'sheet-full': ['已用到最后一行的数据', 'data in the very last row'],
  formula: ['看不懂的公式', 'a formula that could not be read'],
  'computed-reference': [
    '用文字或数字定位单元格的公式（INDIRECT、OFFSET 等）',
    'a formula that finds cells by text or number (INDIRECT, OFFSET …)',
  ],
  'reference-removed': ['引用了被删除行的公式', 'a formula that refers to a removed row'],
  'reference-torn': ['引用的各行被移到了不同位置的公式', 'a formula whose rows are moved apart'],
  'reference-3d': ['跨多张工作表的引用', 'a reference over several sheets'],
  'relative-reference': ['相对引用其他行的规则', 'a rule that refers to other rows by their distance'],
  'array-formula': ['被拆开的数组公式', 'an array formula that would be split'],
  'data-table': ['模拟运算表', 'a data table (what-if)'],
  merge: ['被拆开的合并单元格', 'a merge that would be torn apart'],
  'merged-value': [
    '要写入新行、但属于上下合并的单元格',
    'a value of the new row that a merge over several rows covers',
  ],
  table: ['会被拆开的“表格”（Ctrl+T）', 'a table (Ctrl+T) that would be torn apart'],
  comment: ['被删除行上的批注', 'a comment on a removed row'],
  controls: ['控件或嵌入对象', 'form controls or embedded objects'],
  chart: ['数据范围会变化的图表', 'a chart whose data would change'],
  pivot: ['数据透视表', 'a pivot table'],
  'shared-workbook': ['共享工作簿的修订记录', 'the change log of a shared workbook'],
  'linked-picture': ['链接到单元格的图形', 'a drawing linked to cells'],
  scenario: ['引用被删除行的方案', 'a scenario that uses a removed row'],
  views: ['自定义视图', 'custom views'],
  filter: ['会失去标题行的筛选', 'a filter that would lose its heading'],
  element: ['无法辨认的内容', 'content that is not known'],
} as const satisfies Record<string, readonly [zh: string, en: string]>;

export type Obstacle = keyof typeof OBSTACLES;

/** @param where a cell, range or part, for a person to find it by */
export function rowsNotShiftable(sheet: string, obstacle: Obstacle, where: string): AppError {
  const [zh, en] = OBSTACLES[obstacle];
  return new AppError('rows-not-shiftable', { sheet, obstacle, what: { 'zh-CN': zh, en }, where });
}
