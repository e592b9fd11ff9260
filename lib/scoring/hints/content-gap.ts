import type { Indicator } from '../../model/table';
import { bigramsOf, coverage } from './bigrams';
import type { Passage } from './requirement';
import { type ClauseSpan, clauseSpans, passage, sourceTexts } from './source-text';

/** Shorter clauses (有部署,有考核) are covered by any measure that says how. */
const SHORTEST = 7;
const UNMATCHED = 0.12;
/** Verbs that make something one can look for. Efforts (推进, 提升, 化解) are worded anew by every measure. */
const ASKS = /建立|健全|制定|制订|完善|签订|设立|配备|查处|公示|公开|组织开展|举办|报送/;
const NUMBERING = /^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])/;
const MOST = 3;

/**
 * Clauses of the 考评内容 that no measure takes up in any of its words: easily left without an answer. Whether a measure
 * means them all the same only a person can tell.
 */
export function contentGaps(indicator: Indicator): Passage[] {
  const [content, ...measures] = sourceTexts(indicator);
  if (!content || measures.length === 0) return [];
  const answered = measures.map(({ folded }) => folded.text).join('。');
  return clauseSpans(content.folded.text)
    .map(clause => withoutNumber(clause))
    .filter(({ text }) => text.length >= SHORTEST && ASKS.test(text))
    .filter(({ text }) => {
      const pairs = bigramsOf(text);
      return pairs.size >= 5 && coverage(pairs, answered) < UNMATCHED;
    })
    .slice(0, MOST)
    .map(({ start, end }) => passage(content, start, end));
}

function withoutNumber(clause: ClauseSpan): ClauseSpan {
  const number = NUMBERING.exec(clause.text)?.[0].length ?? 0;
  return { ...clause, start: clause.start + number, text: clause.text.slice(number) };
}
