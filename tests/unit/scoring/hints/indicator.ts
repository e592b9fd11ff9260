import type { Indicator, RecognisedTable } from '../../../../lib/model/table';
import { splitMeasures } from '../../../../lib/table/measures';

/** An indicator in row 3: 考评内容 in B3, 具体措施 in C3. */
export function indicatorOf(content: string, measures = '', more: Partial<Indicator> = {}): Indicator {
  return {
    code: '1.1',
    number: 1,
    content,
    contentText: content,
    measures: splitMeasures(measures),
    deadline: null,
    weight: { text: '4分', points: 4, unit: 'points' },
    rows: { first: 3, last: 3 },
    cells: { content: 'B3', measures: 'C3', weight: 'E3', scoringRule: 'F3', completion: 'G3', selfScore: 'H3' },
    confidence: 1,
    ...more,
  };
}

/** A table of one section with these indicators, coded 1.1, 1.2 … */
export function tableOf(indicators: readonly Indicator[], more: Partial<RecognisedTable> = {}): RecognisedTable {
  const coded = indicators.map((indicator, i) => ({ ...indicator, code: `1.${i + 1}`, number: i + 1 }));
  const points = coded.reduce((sum, { weight }) => sum + (weight?.points ?? 0), 0);
  return {
    sheet: '指标',
    ordinal: 0,
    range: { top: 0, left: 0, bottom: 9, right: 7 },
    title: null,
    year: 2024,
    unit: null,
    total: null,
    headerRows: [2],
    repeatedHeaderRows: [],
    columns: [{ role: 'weight', header: '分值', column: 4, confidence: 1 }],
    sections: [
      {
        code: '1',
        number: '一',
        name: '领导责任',
        text: '领导责任',
        weight: points,
        cell: 'A3',
        confidence: 1,
        indicators: coded,
      },
    ],
    notes: [],
    totals: [],
    signatures: [],
    ...more,
  };
}
