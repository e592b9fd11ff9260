import type { Sentence } from './sentence';

/** Parts of the sentences of problem-texts.ts. */
export const PROBLEM_PHRASES = {
  // sum-mismatch: {stated} and {summed}
  'section-states': { 'zh-CN': '“{section}”标明', en: '“{section}” is marked with' },
  'title-states': { 'zh-CN': '表名标明总分', en: 'The title states a total of' },
  'total-states': { 'zh-CN': '“{label}”写明', en: '“{label}” states' },
  'own-indicators': { 'zh-CN': '本项目各指标分值之和', en: 'its indicators' },
  'all-sections': { 'zh-CN': '各项目分值之和', en: 'the sections' },
  'all-indicators': { 'zh-CN': '各指标分值之和', en: 'the indicators' },
  'indicators-of': { 'zh-CN': '“{section}”各指标分值之和', en: 'the indicators of “{section}”' },
  // suspected-typo: {why} and {places}
  'look-alike': {
    'zh-CN': '形近或音近字（{wrong}/{right}）',
    en: 'characters that look or sound alike ({wrong}/{right})',
  },
  'du-for-di': { 'zh-CN': '“底”似误作“度”', en: '“度” seems to stand for “底”' },
  radical: { 'zh-CN': '部首字符误作汉字', en: 'a radical sign in place of the character' },
  'lost-character': { 'zh-CN': '疑似脱字', en: 'a character seems to be missing' },
  'foreign-word': { 'zh-CN': '中文语句中夹有外文词', en: 'a foreign word in a Chinese sentence' },
  'doubled-mark': { 'zh-CN': '标点重复', en: 'a punctuation mark printed twice' },
  'doubled-at-wrap': { 'zh-CN': '换行处重字', en: 'a character repeated at the line break' },
  'doubled-character': { 'zh-CN': '重字（衍一“{character}”字）', en: 'one “{character}” too many' },
  'doubled-phrase': { 'zh-CN': '词语重复', en: 'a phrase printed twice' },
  places: { 'zh-CN': '，共 {count} 处', en: ' ({count} places)' },
} as const satisfies Record<string, Sentence>;

export type ProblemPhrase = keyof typeof PROBLEM_PHRASES;
