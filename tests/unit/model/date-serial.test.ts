import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoToSerial, serialToIso } from '../../../lib/model/date-serial';

describe('serial numbers of dates', () => {
  it.each([
    [45291, '2023-12-31'],
    [45291.354166666664, '2023-12-31T08:30:00'],
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [2958465, '9999-12-31'],
  ])('%d is %s in the 1900 system, with its day that never was', (serial, iso) => {
    expect(serialToIso(serial, false)).toBe(iso);
  });

  it('gives none for what is no date', () => {
    for (const serial of [-1, 2958466, Number.NaN, Number.POSITIVE_INFINITY])
      expect(serialToIso(serial, false)).toBeNull();
    for (const iso of ['', 'soon', '2023', '2023-13-45', '12:99:', '1850-01-01'])
      expect(isoToSerial(iso, false)).toBeNull();
  });

  it('reads the forms that t="d" cells have', () => {
    expect(isoToSerial('2023-12-31', false)).toBe(45291);
    expect(isoToSerial('2023-12-31T12:00:00.000Z', false)).toBe(45291.5);
    expect(isoToSerial('18:00', false)).toBe(0.75);
    expect(isoToSerial('2023-12-31', true)).toBe(45291 - 1462);
  });

  it('gives the calendar that JavaScript has, from 1900 to 9999', () => {
    for (let day = 61; day < 2_958_466; day += 31) {
      const date = new Date(Date.UTC(1899, 11, 30) + day * 86_400_000).toISOString().slice(0, 10);
      if (serialToIso(day, false) !== date) expect(serialToIso(day, false)).toBe(date);
    }
  });

  it('goes there and back for every day and second of both systems', () => {
    const second = fc.integer({ min: 0, max: 86_399 });
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 2_900_000 }), second, fc.boolean(), (day, seconds, date1904) => {
        const iso = serialToIso(day + seconds / 86_400, date1904)!;
        expect(serialToIso(isoToSerial(iso, date1904)!, date1904)).toBe(iso);
      }),
    );
  });
});
