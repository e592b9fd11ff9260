import { describe, expect, it } from 'vitest';
import type { CampaignJournal, Change, ChangeOptions } from '../../../lib/model/campaign-journal';
import { emptyField, fieldKey, type JournalState } from '../../../lib/model/field-state';
import type { Op, OpValue } from '../../../lib/model/op';
import { pageGuideSchema } from '../../../lib/model/page-guide';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { pageGuide } from '../../../lib/tasks/page-guide';
import { pageSource, pageValue, takeFromPage, takesFromPage } from '../../../lib/tasks/page-values';
import { gridOf, oneTable, text } from './one-table';

const table = oneTable();
const grid = gridOf('表', { '2,4': text('表格里写着'), '2,5': { kind: 'number', text: '4', value: 4 } });
const guide = pageGuide({
  campaign: 'c',
  madeOf: 'x',
  tables: [table],
  grids: [grid],
  places: new AnswerPlaces([table]),
});
const entity = '表#0:1.1';

function stateWith(field: string, value: OpValue): JournalState {
  const name = `indicator:${entity}`;
  const op = { id: '0'.repeat(32), entity: name, field, value, parents: [] } as unknown as Op;
  return new Map([[fieldKey(name, field), { ...emptyField(name, field), heads: [op] }]]);
}

describe('the guide for pages', () => {
  it('holds words of the rubric in its public part, and nothing that the unit wrote', () => {
    expect(guide.table.indicators[0]).toMatchObject({ code: '1.1', text: '内容1', measures: '1.甲\n2.乙', weight: 4 });
    expect(JSON.stringify(guide.table)).not.toContain('表格里写着');
    expect(pageGuideSchema.parse(JSON.parse(JSON.stringify(guide)))).toEqual(guide);
  });

  it('tells apart indicators of two tables with one code', () => {
    const second = { ...oneTable(), sheet: '加分' };
    const tables = [table, second];
    const places = new AnswerPlaces(tables);
    const both = pageGuide({ campaign: 'c', madeOf: 'x', tables, grids: [grid], places });
    expect(both.table.indicators.map(({ code }) => code)).toEqual(['1.1', '1.2', '1.1@1', '1.2@1']);
  });

  it('gives the value as entered, else as the workbook holds it', () => {
    const none: JournalState = new Map();
    expect(pageValue(guide, none, '1.1', 'completion')).toBe('表格里写着');
    expect(pageValue(guide, stateWith('completion', '后来填的'), '1.1', 'completion')).toBe('后来填的');
    expect(pageValue(guide, stateWith('selfScore', 3.5), '1.1', 'selfScore')).toBe('3.5');
    expect(pageValue(guide, stateWith('completion', null), '1.1', 'completion')).toBe('');
    expect(pageValue(guide, none, '9.9', 'completion')).toBeNull();
  });
});

describe('taking from a page', () => {
  async function taken(role: 'completion' | 'selfScore', typed: string): Promise<[readonly Change[], ChangeOptions][]> {
    const calls: [readonly Change[], ChangeOptions][] = [];
    const journal = {
      apply: async (changes: readonly Change[], options: ChangeOptions) => {
        calls.push([changes, options]);
        return [];
      },
    } as unknown as CampaignJournal;
    const page = 'https://oa.example.cn/form;jsessionid=1?name=王';
    await takeFromPage(guide, journal, { code: '1.1', role, text: typed, actor: '李明', page });
    return calls;
  }

  it('is an edit of the answer that names the page without session or query', async () => {
    const [[changes, options] = []] = await taken('completion', '网页上写的');
    expect(changes).toEqual([{ entity: `indicator:${entity}`, field: 'completion', value: '网页上写的' }]);
    expect(options).toEqual({ actor: '李明', source: 'page:https://oa.example.cn/form' });
    expect(pageSource('http://127.0.0.1:8080/a/b?c#d')).toBe('page:http://127.0.0.1:8080/a/b');
  });

  it('keeps scores as numbers, and leaves no change where the workbook says the same', async () => {
    expect((await taken('selfScore', ' 3.5 '))[0]?.[0][0]?.value).toBe(3.5);
    expect((await taken('selfScore', '4'))[0]?.[0][0]?.value).toBeUndefined();
    expect((await taken('completion', ''))[0]?.[0][0]?.value).toBeNull();
  });

  it('is possible into one answer only, never into the table’s own words', () => {
    expect(takesFromPage(guide, '1.1', 'completion')).toBe(true);
    expect(takesFromPage(guide, '1.1', 'deadline')).toBe(false);
    expect(takesFromPage(guide, '1.1', 'weight')).toBe(false);
    expect(takesFromPage(guide, '9.9', 'completion')).toBe(false);
  });
});
