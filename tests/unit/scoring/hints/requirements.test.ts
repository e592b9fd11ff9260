import { describe, expect, it } from 'vitest';
import { requirementsOf } from '../../../../lib/scoring/hints/requirements';
import { indicatorOf } from './indicator';

const ofKind = (kind: string, content: string) =>
  requirementsOf(indicatorOf(content), 2024).filter(one => one.kind === kind);

describe('what recurs', () => {
  it.each([
    ['定期研究平安建设', null, false],
    ['每季度听取汇报', 'quarter', false],
    ['按月排查隐患', 'month', false],
    ['常态化落实四防措施', null, true],
    ['开展经常性纪律教育', null, true],
    ['每天巡查不少于2次', null, true],
  ])('%s', (text, period, ongoing) => {
    expect(ofKind('recurring', text)).toMatchObject([{ period, ongoing }]);
  });

  it('is told by its number where it has one', () => {
    expect(ofKind('recurring', '每季度召开会议不少于1次')).toEqual([]);
  });

  it('is neither a goal nor a year', () => {
    for (const text of ['创建工作规范化、制度化、常态化', '每年开展宣传', '每月份'])
      expect(ofKind('recurring', text)).toEqual([]);
  });
});

describe('dates inside of a wording', () => {
  it.each([
    ['6月底前完成部署', '2024-06-30'],
    ['于2023年11月30日前报送总结', '2023-11-30'],
    ['2023年底前完成', '2023-12-31'],
    ['年底前报送总结', '2024-12-31'],
    ['第三季度前开展演练', '2024-09-30'],
    ['2月底前签订责任书', '2024-02-29'],
    ['上半年内完成', '2024-06-30'],
    ['每年12月前报送', '2024-12-31'],
  ])('%s', (text, date) => {
    expect(ofKind('dated', text)).toMatchObject([{ date }]);
  });

  it('are no month without a "by", and no day that does not exist', () => {
    expect(ofKind('dated', '开展6月宣传月活动')).toEqual([]);
    expect(ofKind('dated', '2月30日前')).toMatchObject([{ date: null }]);
  });
});
