import { describe, expect, it } from 'vitest';
import { recogniseTables } from '../../../lib/table/recognise-tables';
import { gridOf } from '../../fixtures/layouts/grid';
import { seedGrid } from '../../fixtures/layouts/seed';

const slips = (...contents: string[]) =>
  recogniseTables([gridOf({ rows: [['项目', '考评内容', '分值'], ...contents.map(text => ['组织', text, '1分'])] })])
    .problems.filter(problem => problem.code === 'suspected-typo')
    .map(problem => [problem.from, ...problem.to!]);

describe('suspected slips', () => {
  it('of the 2023 table are found, each once, as suggestions', () => {
    const { problems } = recogniseTables([seedGrid()]);
    const found = problems.filter(problem => problem.code === 'suspected-typo');
    expect(found.every(problem => problem.severity === 'suggestion')).toBe(true);
    expect(found.map(problem => [problem.from, ...problem.to!])).toEqual([
      ['内容 容', '内容'],
      ['分忻研判', '分析研判'],
      ['园区区', '园区'],
      ['内部控制度', '内部控制制度', '内部管控制度'],
      ['2023年度前', '2023年底前'],
    ]);
  });

  it.each([
    ['末发生重大案件', '末发生', '未发生'],
    ['健全工作台帐', '台帐', '台账'],
    ['推进综冶中心建设', '综冶中心', '综治中心'],
    ['排查安全隐愚', '隐愚', '隐患'],
    ['认真认真落实责任', '认真认真', '认真'],
    ['平安建设 and 法治建设', '设 and 法', '设和法'],
    ['落实责任，，确保安全', '，，', '，'],
  ])('%s', (text, from, to) => {
    expect(slips(text)).toContainEqual([from, to]);
  });

  it.each([
    '成立创建工作领导小组，明确小组组长职责，人人知晓、层层落实。',
    '定期召开领导小组会议，健全管理制度，强化治理理念。',
    '踏踏实实做好司法法律服务，扎扎实实推进员工工作。',
    '年末完成总结，自己完成整改，改进工作薄弱环节。',
    '严格按装备标准配备，防汛速报制度健全。',
    '创建工作规范化、制度化、常态化。',
  ])('are not seen in %s', text => {
    expect(slips(text, '小组 会议 管理 治理 司法 员工 创建')).toEqual([]);
  });
});
