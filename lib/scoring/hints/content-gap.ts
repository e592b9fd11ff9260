import type { Indicator } from '../../model/table';
import { bigramsOf, coverage } from './bigrams';
import type { Passage } from './requirement';
import { clauseSpans, passage, sourceTexts } from './source-text';

/** Shorter clauses (有部署,有考核) are covered by any measure that says how. */
const SHORTEST = 7;
const UNMATCHED = 0.12;
/** What a clause must do to ask for something of its own. */
const ASKS =
  /建立|健全|制定|制订|完善|签订|开展|组织|报送|配备|设立|落实|推进|查处|惩治|未|无|没有|不发生|营造|提升|培育|化解|公示|公开|保障|投入|培训|演练|宣传/;
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
    .filter(({ text }) => text.length >= SHORTEST && ASKS.test(text))
    .filter(({ text }) => {
      const pairs = bigramsOf(text);
      return pairs.size >= 5 && coverage(pairs, answered) < UNMATCHED;
    })
    .slice(0, MOST)
    .map(({ start, end }) => passage(content, start, end));
}
