import { describe, expect, it } from 'vitest';
import type { GridCell } from '../../../lib/model/cells';
import { parseDeadline } from '../../../lib/table/deadline';

const text = (value: string): GridCell => ({ kind: 'text', text: value, value });
const read = (value: string, year: number | null = 2023) => {
  const deadline = parseDeadline(text(value), year);
  return deadline && [deadline.date, deadline.precision, deadline.certain];
};

describe('deadlines', () => {
  it.each([
    ['2023年底前', '2023-12-31', 'year-end'],
    ['2023年 底前', '2023-12-31', 'year-end'],
    ['<p>2023年底前</p>', '2023-12-31', 'year-end'],
    ['年底前', '2023-12-31', 'year-end'],
    ['年内', '2023-12-31', 'year-end'],
    ['2023年', '2023-12-31', 'year-end'],
    ['2023年12月底前', '2023-12-31', 'month'],
    ['6月底前', '2023-06-30', 'month'],
    ['2024年2月', '2024-02-29', 'month'],
    ['11月中旬', '2023-11-20', 'month'],
    ['十月底', '2023-10-31', 'month'],
    ['12月31日前', '2023-12-31', 'day'],
    ['2023.12.31', '2023-12-31', 'day'],
    ['2023/9/5', '2023-09-05', 'day'],
    ['2023-09-05', '2023-09-05', 'day'],
    ['２０２３年９月５日前', '2023-09-05', 'day'],
    ['20231231', '2023-12-31', 'day'],
    ['2023年1月1日至11月30日', '2023-11-30', 'day'],
    ['2023.6-2023.9', '2023-09-30', 'month'],
    ['2023年1—9月', '2023-09-30', 'month'],
    ['12.31前', '2023-12-31', 'day'],
    ['明年3月底前', '2024-03-31', 'month'],
    ['第四季度', '2023-12-31', 'quarter'],
    ['2023年二季度末', '2023-06-30', 'quarter'],
    ['2024年Q1', '2024-03-31', 'quarter'],
    ['上半年', '2023-06-30', 'half-year'],
    ['次年1月底前', '2024-01-31', 'month'],
  ])('%s is %s', (wording, date, precision) => {
    expect(read(wording)).toEqual([date, precision, true]);
  });

  it.each([
    ['每季度', 'recurring'],
    ['每月25日前', 'recurring'],
    ['按月', 'recurring'],
    ['长期坚持', 'ongoing'],
    ['持续推进', 'ongoing'],
    ['常态化', 'ongoing'],
    ['已完成', 'done'],
  ])('%s has no day and is %s', (wording, precision) => {
    expect(read(wording)).toEqual([null, precision, true]);
  });

  it('takes 全年 as the whole of the table’s year', () => {
    expect(read('全年')).toEqual(['2023-12-31', 'ongoing', true]);
  });

  it('keeps the day of a probable slip and the doubt', () => {
    expect(read('2023年度前')).toEqual(['2023-12-31', 'year-end', false]);
  });

  it('is not certain of one day where several are named', () => {
    expect(read('第一项6月底前；第二项10月底前')).toEqual(['2023-10-31', 'month', false]);
  });

  it('knows no day without a year', () => {
    expect(read('12月31日前', null)).toEqual([null, 'day', false]);
    expect(read('2022年12月31日前', null)).toEqual(['2022-12-31', 'day', true]);
  });

  it('does not guess at other words', () => {
    expect(read('按上级要求')).toEqual([null, 'unknown', false]);
    expect(read('2024年春节前')).toEqual([null, 'unknown', false]);
    expect(parseDeadline(undefined, 2023)).toBeNull();
    expect(read('  ')).toBeNull();
  });

  it('reads date cells and serial numbers', () => {
    const date: GridCell = { kind: 'date', text: '12/31/23', value: 45291, iso: '2023-12-31' };
    expect(parseDeadline(date, 2020)).toMatchObject({ text: '12/31/23', date: '2023-12-31', precision: 'day' });
    expect(parseDeadline({ kind: 'number', text: '45291', value: 45291 }, null)).toMatchObject({ date: '2023-12-31' });
  });
});
