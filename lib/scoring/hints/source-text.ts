import type { Indicator } from '../../model/table';
import { type FoldedText, foldText } from '../grammar/folded-text';
import type { Passage } from './requirement';

/** A text of an indicator, folded for reading, that knows where each word stands. */
export interface SourceText {
  folded: FoldedText;
  original: string;
  cell: string | null;
  measure: number | null;
}

const TAG = /<\/?[a-zA-Z][^<>]*>/g;
const LINE_WRAP = /\s+/g;
/** A cell may hold 32,767 characters; a longer text is no cell. */
const LONGEST = 40_000;

export function sourceTexts(indicator: Indicator): SourceText[] {
  const { cells } = indicator;
  const content = sourceText(indicator.contentText, cells.content ?? null, null);
  const measures = indicator.measures.map(measure =>
    sourceText(measure.text, measure.cell ?? cells.measures ?? null, measure.number),
  );
  return [content, ...measures];
}

/** Tags give way to as many spaces, so that every offset stays true. */
export function sourceText(original: string, cell: string | null, measure: number | null): SourceText {
  const text = original.slice(0, LONGEST).replace(TAG, tag => ' '.repeat(tag.length));
  return { folded: foldText(text), original: text, cell, measure };
}

/** `start` and `end` are offsets in the folded text. */
export function passage(source: SourceText, start: number, end: number): Passage {
  const from = source.folded.offsets[start]!;
  const last = source.folded.offsets[Math.max(start, end - 1)]!;
  const to = closing(source.original, from, last + 1);
  return {
    quote: source.original.slice(from, to).replace(LINE_WRAP, ''),
    cell: source.cell,
    measure: source.measure,
    span: [from, to],
  };
}

/** Folding drops quotation marks; what closes a quote or bracket belongs to the words in it. */
function closing(text: string, from: number, at: number): number {
  const next = text[at] ?? '';
  const bracket = /[）)]/.test(next) && /[（(][^（()）]*$/.test(text.slice(from, at));
  return bracket || /[”’」』]/.test(next) ? at + 1 : at;
}

/** Folded text in its clauses: parted by , ; and the like, never by 、. */
export interface ClauseSpan {
  start: number;
  end: number;
  text: string;
}

const CLAUSE_END = /[,;。!?:：；，！？\n]/g;

export function clauseSpans(text: string): ClauseSpan[] {
  const spans: ClauseSpan[] = [];
  let start = 0;
  const add = (end: number) => {
    if (end > start) spans.push({ start, end, text: text.slice(start, end) });
  };
  for (const match of text.matchAll(CLAUSE_END)) {
    add(match.index);
    start = match.index + 1;
  }
  add(text.length);
  return spans;
}
