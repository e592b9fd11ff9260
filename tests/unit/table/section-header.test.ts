import { describe, expect, it } from 'vitest';
import { parseSectionHeader } from '../../../lib/table/section-header';

describe('section headers', () => {
  it.each([
    ['（一）领导责任 落实（10分）', '一', '领导责任落实', 10],
    ['(二) 履职尽责成效 (15分)', '二', '履职尽责成效', 15],
    ['<p style="text-align: center;">(三) 内 部管理防 范 (5分)</p>', '三', '内部管理防范', 5],
    ['一、控制指标完成情况（16分）', '一', '控制指标完成情况', 16],
    ['基础条件(150分)', null, '基础条件', 150],
    ['第一部分 组织领导（满分20分）', '一', '组织领导', 20],
    ['组织领导\n20分', null, '组织领导', 20],
    ['A、组织保障（12.5分）', 'A', '组织保障', 12.5],
    ['3.宣传教育（共8分）', '3', '宣传教育', 8],
    ['领导责任落实', null, '领导责任落实', null],
    ['（二）履职尽责（15分）（续）', '二', '履职尽责', 15],
  ])('%s', (text, number, name, weight) => {
    expect(parseSectionHeader(text)).toMatchObject({ number, name, weight });
  });

  it('does not take a weight alone for a section', () => {
    expect(parseSectionHeader('10分')).toMatchObject({ name: '10分', weight: null });
  });
});
