import { PROBLEM_PHRASES, type ProblemPhrase } from './problem-phrases';
import { PROBLEM_TEXTS, type ProblemCode } from './problem-texts';
import {
  inBothLanguages,
  inWords,
  type Language,
  type Placeholders,
  type Sentence,
  type SentenceValue,
  type SentenceValues,
} from './sentence';
import type { Problem } from './table';

type Place = Pick<Problem, 'sheet' | 'cell'>;

/** What a problem's text asks for beyond its place. */
type Details<Code extends ProblemCode> = Readonly<
  Record<Exclude<Placeholders<(typeof PROBLEM_TEXTS)[Code]['zh-CN']>, keyof Place>, SentenceValue>
>;

export function problem<Code extends ProblemCode>(
  code: Code,
  { sheet, cell }: Place,
  ...rest: object extends Details<Code> ? [] : [details: Details<Code>]
): Problem {
  const details: SentenceValues = rest[0] ?? {};
  const found = { code, sheet, cell, details };
  return { ...found, severity: PROBLEM_TEXTS[code].severity, message: problemText(found, 'zh-CN') };
}

export function problemText(
  { code, sheet, cell, details }: Pick<Problem, 'code' | 'sheet' | 'cell' | 'details'>,
  language: Language,
): string {
  return inWords(PROBLEM_TEXTS[code], { sheet: sheet ?? '', cell: cell ?? '', ...details }, language);
}

/** A part of a problem's text. */
export function phrase(key: ProblemPhrase, values: SentenceValues = {}): Sentence {
  return inBothLanguages(PROBLEM_PHRASES[key], values);
}
