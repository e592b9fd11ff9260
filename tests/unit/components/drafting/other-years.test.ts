import { describe, expect, it } from 'vitest';
import { otherYears } from '../../../../components/drafting/other-years';

describe('years in a wording', () => {
  it('are pointed out where they are not the table’s, each spelling once', () => {
    expect(otherYears('2023年底前完成；2023年度总结〔2023〕5号；2024年再评，2023年底', 2024)).toEqual([
      { found: '2023年', to: '2024年' },
      { found: '2023年度', to: '2024年度' },
      { found: '〔2023〕', to: '〔2024〕' },
    ]);
  });

  it('are no numbers, telephones or the table’s own', () => {
    expect(otherYears('12345热线，2023件，2024年底前', 2024)).toEqual([]);
    expect(otherYears('2023年', null)).toEqual([]);
  });
});
