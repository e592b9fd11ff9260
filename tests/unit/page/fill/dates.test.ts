import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay, sameDay } from '../../../../lib/page/fill/dates';

describe('a day', () => {
  it.each([
    ['2023-12-31', '2023-12-31'],
    ['2023/3/5', '2023-03-05'],
    ['2023.12.1', '2023-12-01'],
    ['2023年12月31日', '2023-12-31'],
    ['2023-12-31 00:00:00', '2023-12-31'],
    ['2023-12-31T08:00', '2023-12-31'],
    ['12/31/2023', '2023-12-31'],
  ])('is read from %s', (text, day) => {
    expect(isoDay(text)).toBe(day);
  });

  it.each(['2023年底前', '2023-02-30', '2023-13-01', '12月31日前', '', '20231231', '2023-12-311'])(
    'is not guessed from %s',
    text => {
      expect(isoDay(text)).toBeNull();
    },
  );

  it('is the same in any notation', () => {
    fc.assert(
      fc.property(fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }), date => {
        const [year, month, day] = date.toISOString().slice(0, 10).split('-') as [string, string, string];
        const iso = `${year}-${month}-${day}`;
        expect(isoDay(`${year}年${Number(month)}月${Number(day)}日`)).toBe(iso);
        expect(isoDay(`${Number(month)}/${Number(day)}/${year}`)).toBe(iso);
        expect(sameDay(`${year}.${month}.${day}`, iso)).toBe(true);
      }),
    );
  });
});
