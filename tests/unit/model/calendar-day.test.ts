import { describe, expect, it } from 'vitest';
import { daysUntil, localDay } from '../../../lib/model/calendar-day';

describe('days left', () => {
  it('count calendar days, over months, leap years and the end of summer time', () => {
    expect(daysUntil('2026-12-31', '2026-12-31')).toBe(0);
    expect(daysUntil('2027-01-01', '2026-12-31')).toBe(1);
    expect(daysUntil('2028-03-01', '2028-02-28')).toBe(2);
    expect(daysUntil('2026-11-30', '2026-10-01')).toBe(60);
    expect(daysUntil('2023-12-31', '2026-12-31')).toBe(-1096);
  });

  it('start from the day where the user sits', () => {
    expect(localDay(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
  });
});
