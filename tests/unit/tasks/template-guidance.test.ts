import { describe, expect, it } from 'vitest';
import type { Guidance } from '../../../lib/model/guidance';
import type { RecognisedTable } from '../../../lib/model/table';
import { templateGuidance } from '../../../lib/tasks/template-guidance';
import { oneTable } from './one-table';

const advice = (code: string): Guidance['indicators'][number] => ({
  code,
  advice: [{ kind: '建议', topic: 'gap', text: `${code} 常缺` }],
});
const guidance: Guidance = {
  version: 1,
  template: 'somewhere-2026',
  kind: '建议',
  notice: '建议',
  indicators: [advice('1.1'), advice('1.2')],
};

function worded(...contents: string[]): RecognisedTable {
  const table = oneTable();
  table.sections[0]!.indicators.forEach((indicator, index) => {
    indicator.content = contents[index] ?? indicator.content;
  });
  return table;
}

describe('a template’s advice', () => {
  it('is for its own table, however its words are spaced', () => {
    expect(templateGuidance(worded('内 容1', '内容２'), oneTable(), guidance)?.indicators).toHaveLength(2);
  });

  it('is not for a table of other words', () => {
    expect(templateGuidance(worded('别的事', '另一件事'), oneTable(), guidance)).toBeNull();
    expect(templateGuidance(worded('内容1', '另一件事'), oneTable(), guidance)).toBeNull();
  });
});
