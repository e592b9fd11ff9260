import type { Sentence } from './sentence';

export type ProblemSeverity = 'error' | 'warning' | 'suggestion' | 'info';

type Entry = Sentence & { readonly severity: ProblemSeverity };

/**
 * What there is to tell about a file, in both languages. {sheet} and {cell} are the problem's own place; “quoted” values
 * are words of the file.
 */
export const PROBLEM_TEXTS = {
  // the file
  signed: {
    severity: 'warning',
    'zh-CN': '这个工作簿带有数字签名。填写后签名会失效，导出前请确认。',
    en: 'This workbook carries a digital signature. Filling breaks it; confirm before you export.',
  },
  macros: {
    severity: 'info',
    'zh-CN': '这个工作簿带有宏。宏原样保留，本工具从不运行。',
    en: 'This workbook has macros. They are kept as they are; this tool never runs them.',
  },
  'external-links': {
    severity: 'warning',
    'zh-CN': '这个工作簿引用了其他文件。引用原样保留，本工具从不打开；相关数值可能不是最新的。',
    en: 'This workbook refers to other files. The links are kept and never opened; values from there may be out of date.',
  },
  connections: {
    severity: 'warning',
    'zh-CN': '这个工作簿带有外部数据连接。连接原样保留，本工具从不访问。',
    en: 'This workbook has connections to outside data. They are kept as they are; this tool never uses them.',
  },
  'cell-pictures': {
    severity: 'info',
    'zh-CN': '这个工作簿有嵌在单元格里的图片（WPS）。图片原样保留，此处不显示。',
    en: 'This workbook has pictures inside of cells (WPS). They are kept as they are and not shown here.',
  },
  'missing-sheet': {
    severity: 'warning',
    'zh-CN': '工作表“{sheet}”的内容在文件里缺失，无法显示。',
    en: 'The content of sheet “{sheet}” is missing from the file and cannot be shown.',
  },
  'hidden-sheet': {
    severity: 'info',
    'zh-CN': '“{sheet}”是隐藏的工作表。',
    en: '“{sheet}” is a hidden sheet.',
  },
  // what was recognised
  'summary-sheet': {
    severity: 'info',
    'zh-CN': '“{sheet}”是汇总表，其中的数字来自别处，未作为指标表读取。',
    en: '“{sheet}” is a summary: its figures come from elsewhere, so it was not read as an indicator table.',
  },
  'ambiguous-heading': {
    severity: 'warning',
    'zh-CN': '“{header}”列：{why}。',
    en: 'Column “{header}”: {why}.',
  },
  'sum-mismatch': {
    severity: 'warning',
    'zh-CN': '{stated} {declared} 分，{summed}为 {actual} 分，相差 {difference} 分。',
    en: '{stated} {declared} points, but {summed} add up to {actual}: a difference of {difference}.',
  },
  'suspected-typo': {
    severity: 'suggestion',
    'zh-CN': '“{from}”疑为{to}：{why}{places}。',
    en: '“{from}” may be meant as {to}: {why}{places}.',
  },
  'duplicate-clause': {
    severity: 'info',
    'zh-CN': '{first} 和 {second} 都写有“{quote}”，同一佐证可能被两个指标引用。',
    en: '{first} and {second} both say “{quote}”; one piece of evidence may serve both indicators.',
  },
  'possible-double-deduction': {
    severity: 'info',
    'zh-CN': '{first} 和 {second} 都写有“{quote}”，同一件事可能重复扣分。',
    en: '{first} and {second} both say “{quote}”; one event may cost points twice.',
  },
  'measure-repeats-content': {
    severity: 'info',
    'zh-CN': '{indicator} 的措施“{quote}”与考评内容基本相同。',
    en: 'The measure “{quote}” of {indicator} says much the same as its content.',
  },
  // filling
  'signature-broken': {
    severity: 'warning',
    'zh-CN': '这个工作簿带有数字签名，填写后签名失效；需要签名的，请在填好后重新签署。',
    en: 'This workbook carried a digital signature, which filling breaks; if one is needed, sign the filled workbook again.',
  },
  'locked-cell': {
    severity: 'warning',
    'zh-CN': '工作表受保护且 {cell} 是锁定单元格；已按要求填写，请确认发文单位允许填写此处。',
    en: 'The sheet is protected and {cell} is locked; it was filled as asked. Make sure that the sender allows it.',
  },
  'row-too-tall': {
    severity: 'warning',
    'zh-CN': '第 {row} 行的文字超出 Excel 行高上限，打印时可能显示不全；建议精简文字或加宽列。',
    en: 'The text of row {row} needs more height than Excel allows and may be cut in print; shorten it or widen the column.',
  },
  'text-overruns': {
    severity: 'warning',
    'zh-CN': '{cell} 没有设“自动换行”，文字比单元格宽，打印时可能显示不全；请设为自动换行或精简文字。',
    en: '{cell} does not wrap and its text is wider than the cell, so print may cut it; turn on wrapping or shorten it.',
  },
  // rows added, removed or moved
  'range-extended': {
    severity: 'info',
    'zh-CN': '{cell} 的公式已把新增行纳入计算范围，请核对。',
    en: 'The formula in {cell} now includes the new row; please check it.',
  },
  'name-extended': {
    severity: 'info',
    'zh-CN': '名称“{name}”的范围已包含新增行，请核对。',
    en: 'The name “{name}” now includes the new row; please check it.',
  },
  'row-not-included': {
    severity: 'warning',
    'zh-CN': '{cell} 的公式逐格引用各行，没有包含新增的第 {row} 行，请手工补上。',
    en: 'The formula in {cell} names its rows one by one and lacks the new row {row}; add it by hand.',
  },
  'formula-not-copied': {
    severity: 'info',
    'zh-CN': '相邻行在 {cell} 所在列有公式，新增行没有自动复制，请核对。',
    en: 'The row next to it has a formula in the column of {cell}; the new row was given none. Please check.',
  },
  'macros-name-rows': {
    severity: 'warning',
    'zh-CN': '这个工作簿带有宏；宏里写定的行号不会随行的增减改变，请核对。',
    en: 'This workbook has macros; row numbers written in them do not follow the changed rows. Please check.',
  },
} as const satisfies Record<string, Entry>;

export type ProblemCode = keyof typeof PROBLEM_TEXTS;
