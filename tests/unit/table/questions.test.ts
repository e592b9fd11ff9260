import { describe, expect, it } from 'vitest';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { tableShape, workbookShape } from '../../../lib/table/table-shape';
import { gridOf } from '../../fixtures/layouts/grid';

const sheet = (headings: string[], ...rows: string[][]) => gridOf({ rows: [headings, ...rows] });
const roles = (grid: ReturnType<typeof sheet>, answers = {}) =>
  recogniseTables([grid], answers).tables[0]?.columns.map(column => column.role);

describe('a heading that may mean several things', () => {
  const score = sheet(['项目', '考评内容', '分值', '得分'], ['组织领导', '成立机构', '5', '']);

  it('is asked about, the likelier meaning applied at a lower confidence', () => {
    const { questions, problems, tables } = recogniseTables([score]);
    expect(questions).toMatchObject([
      { id: '项目|考评内容|分值|得分#4', cell: 'D1', column: 3, suggested: 'selfScore', header: '得分' },
    ]);
    expect(questions[0]!.choices).toEqual(['selfScore', 'reviewScore', 'ignore']);
    expect(tables[0]!.columns[3]).toMatchObject({ role: 'selfScore', confidence: 0.5 });
    expect(problems).toMatchObject([{ code: 'ambiguous-heading', severity: 'warning', cell: 'D1' }]);
  });

  it('is what the answer says, and asked no more', () => {
    const [question] = recogniseTables([score]).questions;
    expect(roles(score, { [question!.id]: 'reviewScore' })).toEqual(['section', 'content', 'weight', 'reviewScore']);
    expect(roles(score, { [question!.id]: 'ignore' })).toEqual(['section', 'content', 'weight', null]);
    expect(recogniseTables([score], { [question!.id]: 'ignore' }).questions).toEqual([]);
  });

  it('is asked once for two sheets of one shape, and by the same id next year elsewhere on the sheet', () => {
    const again = gridOf({
      name: '2024',
      rows: [['2024年度考评表'], [], ['', '项 目', '考评内容', '分值', '得分'], ['', '组织', '健全机制', '3', '']],
    });
    expect(recogniseTables([score, again]).questions).toHaveLength(1);
    expect(recogniseTables([again]).questions[0]!.id).toBe(recogniseTables([score]).questions[0]!.id);
  });

  it('得分 beside 自评分 is the reviewer’s, beside 考评分 the unit’s own', () => {
    const rest = ['组织领导', '成立机构', '5', '', ''];
    expect(roles(sheet(['项目', '考评内容', '分值', '自评分', '得分'], rest))?.slice(3)).toEqual([
      'selfScore',
      'reviewScore',
    ]);
    expect(roles(sheet(['项目', '考评内容', '分值', '考评分', '得分'], rest))?.slice(3)).toEqual([
      'reviewScore',
      'selfScore',
    ]);
  });

  it.each([
    ['考评办法', '未成立扣2分', 'scoringRule'],
    ['考评办法', '查看资料', 'assessmentMethod'],
    ['扣分说明', '未成立扣2分', 'scoringRule'],
    ['扣分说明', '', 'deductionReason'],
    ['单位', '次', 'unit'],
    ['单位', '办公室', 'department'],
  ])('%s over “%s” is %s', (heading, cell, role) => {
    expect(roles(sheet(['项目', '考评内容', '分值', heading], ['组织领导', '成立机构', '5', cell]))?.[3]).toBe(role);
  });

  it('考评办法 over blanks is asked about', () => {
    const { questions } = recogniseTables([
      sheet(['项目', '考评内容', '分值', '考评办法'], ['组织领导', '成立机构', '5', '']),
    ]);
    expect(questions).toMatchObject([{ header: '考评办法', suggested: 'assessmentMethod' }]);
  });
});

describe('the shape of a table', () => {
  it('is its headings in order, whatever their spaces and width', () => {
    expect(tableShape([{ header: '项 目' }, { header: '权重（％）' }])).toBe('项目|权重(%)');
    expect(workbookShape([{ columns: [] }, { columns: [] }])).toBe('\n');
  });
});
