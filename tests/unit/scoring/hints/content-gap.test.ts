import { describe, expect, it } from 'vitest';
import { contentGaps } from '../../../../lib/scoring/hints/content-gap';
import { indicatorOf } from './indicator';
import { seedTable } from './seed-table';

describe('contentGaps', () => {
  it('names what the measures of 3.3 leave out, and nothing else of the 2023 table', () => {
    const gaps = seedTable.sections
      .flatMap(({ indicators }) => indicators)
      .flatMap(indicator => contentGaps(indicator).map(({ quote, cell }) => `${indicator.code} ${cell} ${quote}`));
    expect(gaps).toEqual(['3.3 B15 建立健全投诉举报、情况通报等制度', '3.3 B15 及时查处执法中的违法、不文明行为']);
  });

  it('is silent where a measure takes the clause up in other words of the same thing', () => {
    expect(contentGaps(indicatorOf('1.建立矛盾纠纷排查化解制度。', '1.完善矛盾纠纷排查机制。'))).toEqual([]);
    expect(contentGaps(indicatorOf('1.建立矛盾纠纷排查化解制度。', '1.签订消防安全责任书。'))).toHaveLength(1);
  });

  it('says nothing of a table without measures', () => {
    expect(contentGaps(indicatorOf('建立矛盾纠纷排查化解制度。'))).toEqual([]);
  });
});
