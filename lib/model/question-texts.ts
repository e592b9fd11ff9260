import type { Language, Sentence } from './sentence';

/** Why a heading is asked about. Parts of a sentence: a problem's text ends with them. */
export const QUESTION_TEXTS = {
  'two-contents': { 'zh-CN': '有两列都可能是考评内容', en: 'two columns may hold the content' },
  'no-content-heading': {
    'zh-CN': '没有名为“考评内容”的列，按文字最长的列推定',
    en: 'no column is headed “考评内容” (content), so the one with the longest texts was taken',
  },
  'whose-score': {
    'zh-CN': '标题没有说明由谁打分，表中没有别的得分列，暂按自评分',
    en: 'The heading does not say whose score it is and no other column holds scores; taken as the self-score for now',
  },
  'blank-rule-or-method': {
    'zh-CN': '列内没有文字，看不出是评分标准还是考评方式',
    en: 'the column is blank, so it may be the scoring rule or the method of assessment',
  },
  'rule-or-method': {
    'zh-CN': '看不出是评分标准还是考评方式',
    en: 'it may be the scoring rule or the method of assessment',
  },
  'completion-or-remark': {
    'zh-CN': '“说明”可能是完成情况，也可能是备注',
    en: '“说明” (notes) may be the completion or the remark',
  },
  'department-or-unit': {
    'zh-CN': '“单位”可能是责任单位，也可能是计量单位',
    en: '“单位” may be the responsible department or the unit of measure',
  },
  'two-weights': { 'zh-CN': '同一层级有两列分值', en: 'two columns hold the points of one level' },
} as const satisfies Record<string, Sentence>;

export type QuestionReason = keyof typeof QUESTION_TEXTS;

/** In Chinese it is the question's own `why`. */
export function whyText({ reason }: { reason: QuestionReason }, language: Language): string {
  return QUESTION_TEXTS[reason][language];
}
