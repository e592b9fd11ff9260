import { type DraftColumn, headingConfidence, mayBe, openColumns, settle, settleInDoubt } from './draft-column';

/** Headings that say "score" without saying whose. */
const WHOSE = /^(得分|评分|打分|分数|实得|实得分|实得分数|实际得分|评得|总得分)$/;

/** Decides whose score each score column holds. The reviewer's stay untouched by the unit. */
export function assignScores(drafts: readonly DraftColumn[]): void {
  const scores = openColumns(drafts).filter(draft => mayBe(draft, 'selfScore') || mayBe(draft, 'reviewScore'));
  const plain = scores.filter(draft => WHOSE.test(draft.key));
  for (const draft of scores) {
    if (!plain.includes(draft)) settle(draft, draft.guesses[0]!.role, headingConfidence(draft));
  }
  const self = drafts.some(draft => draft.role === 'selfScore');
  const review = drafts.some(draft => draft.role === 'reviewScore');
  plain.forEach((draft, i) => {
    if (self || i > 0) settle(draft, 'reviewScore', 0.85);
    else if (review) settle(draft, 'selfScore', 0.7);
    else settleInDoubt(draft, 'selfScore', ['reviewScore'], 'whose-score');
  });
}
