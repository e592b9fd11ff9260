import { inWords, type Language, type Sentence, type SentenceValues } from './sentence';

/** What the comparison of many units points at, in both languages. */
export const UNIT_FLAG_TEXTS = {
  'score-above-weight': {
    'zh-CN': '自评分 {score} 高于权重 {weight}',
    en: 'self-score {score} is above its weight {weight}',
  },
  'score-negative': { 'zh-CN': '自评分 {score} 为负数', en: 'self-score {score} is negative' },
  'score-unreadable': { 'zh-CN': '自评分“{score}”不是数字', en: 'self-score "{score}" is no number' },
  'score-outlier': {
    'zh-CN': '自评分 {score} 与多数单位（中位数 {median}）相差较大',
    en: 'self-score {score} is far from most units (median {median})',
  },
  'score-without-completion': { 'zh-CN': '有自评分，没有填写完成情况', en: 'a self-score without any completion text' },
  'weight-differs': {
    'zh-CN': '权重 {weight} 与多数单位（{common}）不同',
    en: 'weight {weight} differs from most units ({common})',
  },
  'content-differs': { 'zh-CN': '考评内容与多数单位不同', en: 'the indicator reads otherwise than in most units' },
  'sample-text': { 'zh-CN': '疑似未改的示例文字：“{text}”', en: 'looks like untouched sample text: "{text}"' },
  'same-text': {
    'zh-CN': '完成情况与另外 {units} 个单位一字不差',
    en: 'completion text is word for word that of {units} other units',
  },
  'copied-measures': { 'zh-CN': '完成情况照抄具体措施', en: 'completion text repeats the measures' },
  missing: { 'zh-CN': '缺少这一项', en: 'this indicator is missing' },
  'all-full': { 'zh-CN': '各项自评全部满分', en: 'every indicator at full marks' },
  'returned-late': { 'zh-CN': '文件保存于 {saved}，晚于 {due}', en: 'saved on {saved}, after {due}' },
} as const satisfies Record<string, Sentence>;

export type UnitFlagKind = keyof typeof UNIT_FLAG_TEXTS;

export function flagText(flag: { kind: UnitFlagKind; details: SentenceValues }, language: Language): string {
  return inWords(UNIT_FLAG_TEXTS[flag.kind], flag.details, language);
}

/** Names of sheets and headings of the workbook that the comparison is exported as. */
export const COLLECT_WORDS = {
  'zh-CN': {
    overview: '汇总',
    scores: '自评分对照',
    gaps: '填写情况对照',
    evidence: '佐证份数对照',
    flags: '疑点',
    broken: '未读入',
    title: (units: number, broken: number) =>
      `${units} 个单位汇总对照${broken > 0 ? `（另有 ${broken} 个文件未读入）` : ''}`,
    unit: '单位',
    file: '文件',
    indicators: '指标数',
    filled: '已填',
    missing: '未填',
    selfTotal: '自评总分',
    fullMarks: '满分',
    evidenceCount: '佐证份数',
    late: '逾期未填',
    flagCount: '疑点数',
    saved: '文件保存时间',
    indicator: '指标',
    content: '考评内容',
    flag: '疑点',
    reason: '原因',
    advice: '怎么办',
    yes: '已填',
    no: '未填',
    overdue: '逾期',
    absent: '无此项',
    median: '中位数',
    none: '没有疑点。',
    noBroken: '全部文件都已读入。',
  },
  en: {
    overview: 'Overview',
    scores: 'Self-scores',
    gaps: 'Filled in',
    evidence: 'Evidence',
    flags: 'To look at',
    broken: 'Not read',
    title: (units: number, broken: number) =>
      `${units} units compared${broken > 0 ? ` (${broken} more files could not be read)` : ''}`,
    unit: 'Unit',
    file: 'File',
    indicators: 'Indicators',
    filled: 'Filled in',
    missing: 'Empty',
    selfTotal: 'Self-score',
    fullMarks: 'Full marks',
    evidenceCount: 'Evidence',
    late: 'Overdue',
    flagCount: 'To look at',
    saved: 'Saved',
    indicator: 'Indicator',
    content: 'Content',
    flag: 'What',
    reason: 'Reason',
    advice: 'What to do',
    yes: 'yes',
    no: 'no',
    overdue: 'overdue',
    absent: 'not there',
    median: 'Median',
    none: 'Nothing to look at.',
    noBroken: 'All files were read.',
  },
};
