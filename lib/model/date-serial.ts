/** A point in time as a sheet prints it: no zone. `month` and `day` count from 1. */
export interface DateParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  /** 0 Sunday … 6 Saturday, as Excel counts it. */
  weekday: number;
}

const DAY_MS = 86_400_000;
const DAYS_1904 = 1462;
/** From 0000-03-01 to 1899-12-30. */
const DAYS_TO_1899 = 693_899;
/** 9999-12-31, the last day that Excel knows, by the 1900 system. */
const LAST_DAY = 2_958_465;
/** Excel takes 1900 for a leap year, as Lotus did: serial 60 is a day that never was. */
const FALSE_LEAP_DAY = 60;
/** The days that only sheets have. */
const ODD_DAYS: Record<number, { year: number; month: number; day: number }> = {
  0: { year: 1900, month: 1, day: 0 },
  [FALSE_LEAP_DAY]: { year: 1900, month: 2, day: 29 },
};

/** Serial number → date and time, rounded to `10 ** -decimals` seconds; null outside of what a sheet can hold. */
export function serialToParts(serial: number, date1904: boolean, decimals = 0): DateParts | null {
  const scale = 10 ** decimals;
  const units = Math.round(serial * 86_400 * scale);
  const unitsPerDay = 86_400 * scale;
  const day = Math.floor(units / unitsPerDay) + (date1904 ? DAYS_1904 : 0);
  if (!(serial >= 0) || day > LAST_DAY) return null;
  const seconds = (units % unitsPerDay) / scale;
  const date = day === 0 || day === FALSE_LEAP_DAY ? ODD_DAYS[day]! : civilDate(day > FALSE_LEAP_DAY ? day : day + 1);
  return {
    year: date.year,
    month: date.month,
    day: date.day,
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: Math.round((seconds % 60) * scale) / scale,
    weekday: (day + 6) % 7,
  };
}

/** Days since 1899-12-30 → date, by arithmetic: a Date object for each of a million cells takes seconds. */
function civilDate(days: number): { year: number; month: number; day: number } {
  // Counted from 0000-03-01, so that the leap day ends a year of 365.25 days, a century and an era of 400 years.
  const shifted = days + DAYS_TO_1899;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096);
  const yearOfEra = Math.floor((dayOfEra - leapDays) / 365);
  const yearStart = 365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  const dayOfYear = dayOfEra - yearStart;
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1,
  };
}

/** "2023-12-31", with "T08:30:00" where the serial has a time; null for no date. */
export function serialToIso(serial: number, date1904: boolean): string | null {
  const parts = serialToParts(serial, date1904);
  if (!parts) return null;
  const two = (value: number) => (value < 10 ? `0${value}` : String(value));
  const date = `${String(parts.year).padStart(4, '0')}-${two(parts.month)}-${two(parts.day)}`;
  if (parts.hour === 0 && parts.minute === 0 && parts.second === 0) return date;
  return `${date}T${two(parts.hour)}:${two(parts.minute)}:${two(parts.second)}`;
}

/** ISO 8601 as t="d" cells hold it → serial; null for anything else. A time alone is a part of day 0. */
export function isoToSerial(iso: string, date1904: boolean): number | null {
  const match = /^(?:(\d{4})-(\d\d)-(\d\d))?(?:(?:T|^)(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?)?(?:Z|[+-]\d\d:\d\d)?$/.exec(
    iso.trim(),
  );
  if (!match || (match[1] === undefined && match[4] === undefined)) return null;
  const time = (Number(match[4] ?? 0) * 3600 + Number(match[5] ?? 0) * 60 + Number(match[6] ?? 0)) / 86_400;
  if (match[1] === undefined) return time;
  const date = new Date(`${match[1]}-${match[2]}-${match[3]}T00:00:00Z`).getTime();
  if (Number.isNaN(date)) return null;
  const days = Math.round((date - Date.UTC(1899, 11, 30)) / DAY_MS);
  const serial = days <= FALSE_LEAP_DAY ? days - 1 : days;
  const shifted = date1904 ? days - DAYS_1904 : serial;
  return shifted < 0 ? null : shifted + time;
}
