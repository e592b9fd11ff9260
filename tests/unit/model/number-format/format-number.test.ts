import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SSF } from 'xlsx';
import { formatNumber, isDateFormat } from '../../../../lib/model/number-format/format-number';

describe('numbers as their cells show them', () => {
  it.each([
    ['General', 4, '4'],
    ['General', 0.1 + 0.2, '0.3'],
    ['General', 1 / 3, '0.333333333'],
    ['General', 1234567890.123, '1234567890'],
    ['General', 123456789012, '1.23457E+11'],
    ['General', 0.000015, '0.000015'],
    ['General', -1.5e-10, '-1.5E-10'],
    ['G/通用格式"分"', 4.5, '4.5分'],
    ['0', -0.4, '0'],
    ['0', 2.5, '3'],
    ['0.00', 1.005, '1.01'],
    ['#,##0.00', 999999.995, '1,000,000.00'],
    ['#,##0', -1234567, '-1,234,567'],
    ['0%', 0.155, '16%'],
    ['0.0"分"', 4, '4.0分'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 1234.5, '1,234.50'],
    ['_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ', 0, '-'],
    ['#,##0_);[Red](#,##0)', -1234, '(1,234)'],
    ['0,', 1234567, '1235'],
    ['0.0,,"百万"', -1, '0.0百万'],
    ['[>=60]"合格";"不合格"', 59, '不合格'],
    ['[>=60]"合格";"不合格"', -1, '不合格'],
    ['[红色][<0]0.0;0.0', 3, '3.0'],
    ['000-0000', 1234567, '123-4567'],
    ['00000', 42, '00042'],
    ['0.##', 5, '5.'],
    ['# ?/?', 2.5, '2 1/2'],
    ['0.00E+00', 12345, '1.23E+04'],
    ['##0.0E+0', 12345, '12.3E+3'],
    ['@', 42, '42'],
    [';;;', 42, ''],
    ['[DBNum1]0', 2023, '二千〇二十三'],
    ['[DBNum2]0', 105, '壹佰零伍'],
    ['[$¥-804]#,##0.00', 8, '¥8.00'],
  ])('%s of %d is %j', (format, value, shown) => {
    expect(formatNumber(value, format)).toBe(shown);
  });

  it.each([
    ['yyyy/m/d', 45291, '2023/12/31'],
    ['yyyy"年"m"月"d"日"', 45291, '2023年12月31日'],
    ['yyyy"年"m"月"d"日";@', 45291, '2023年12月31日'],
    ['[$-F800]dddd, mmmm dd, yyyy', 45291, '2023年12月31日'],
    ['[DBNum1][$-804]yyyy"年"m"月"d"日";@', 45291, '二〇二三年十二月三十一日'],
    ['yyyy.mm.dd', 45291, '2023.12.31'],
    ['m"月"d"日"', 45291, '12月31日'],
    ['[$-804]aaaa;@', 45291, '星期日'],
    ['h:mm', 0.5, '12:00'],
    ['h:mm AM/PM', 0.75, '6:00 PM'],
    ['上午/下午h"时"mm"分"', 0.75, '下午6时00分'],
    ['yyyy-mm-dd hh:mm:ss', 45291.999999, '2024-01-01 00:00:00'],
    ['[h]:mm', 1.5, '36:00'],
    ['mm:ss.0', 0.0001, '00:08.6'],
    ['yyyy/m/d', 60, '1900/2/29'],
    ['yyyy/m/d', 61, '1900/3/1'],
    ['yyyy/m/d', -1, '-1'],
  ])('%s of the serial number %d is %j', (format, value, shown) => {
    expect(formatNumber(value, format)).toBe(shown);
  });

  it('counts from 1904 where the book does', () => {
    expect(formatNumber(0, 'yyyy/m/d', true)).toBe('1904/1/1');
    expect(formatNumber(45291 - 1462, 'yyyy/m/d', true)).toBe('2023/12/31');
  });

  it('tells formats of dates from those of numbers', () => {
    for (const format of ['yyyy/m/d', 'm"月"d"日"', '[h]:mm', 'h:mm AM/PM', 'aaaa', '[$-804]yyyy"年"m"月";@']) {
      expect(isDateFormat(format), format).toBe(true);
    }
    for (const format of [
      'General',
      '',
      '0.00',
      '[Red]0',
      '"日"0',
      '0\\d',
      '@',
      '0.00E+00',
      '[$¥-804]0',
      'G/通用格式',
    ]) {
      expect(isDateFormat(format), format).toBe(false);
    }
  });

  it('agrees with SheetJS on numbers that both read alike', () => {
    const formats = [
      'General',
      '0',
      '0.0',
      '#,##0',
      '#,##0.00',
      '0%',
      '0.0%',
      '0.00E+00',
      '#,##0;-#,##0',
      '0.00_);(0.00)',
      '000',
      '0.0;-0.0;"-"',
    ];
    const cents = fc.integer({ min: -1e9, max: 1e9 }).map(value => value / 100);
    fc.assert(
      fc.property(fc.constantFrom(...formats), cents, (format, value) => {
        fc.pre(Math.abs(Math.abs(value * 1e4) % 5) > 1e-6 || Number.isInteger(value));
        fc.pre(Math.abs(value) >= 1 || value === 0);
        expect(formatNumber(value, format)).toBe((SSF.format(format, value) as string).trim());
      }),
    );
  });

  it('agrees with SheetJS on dates', () => {
    const formats = [
      'yyyy/m/d',
      'yyyy-mm-dd hh:mm:ss',
      'd-mmm-yy',
      'mmmm d, yyyy',
      'dddd',
      'h:mm:ss AM/PM',
      '[h]:mm:ss',
      'm/d/yy h:mm',
    ];
    const seconds = fc.integer({ min: 1, max: 86_400 * 80_000 });
    fc.assert(
      fc.property(fc.constantFrom(...formats), seconds, (format, second) => {
        expect(formatNumber(second / 86_400, format)).toBe(SSF.format(format, second / 86_400));
      }),
    );
  });

  it('gives some text for any format whatever', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), fc.double({ noNaN: true }), (format, value) => {
        expect(typeof formatNumber(value, format)).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });
});
