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
/** 9999-12-31, the last day that Excel knows, by the 1900 system. */
const LAST_DAY = 2_958_465;
/** Excel takes 1900 for a leap year, as Lotus did: serial 60 is a day that never was. */
const FALSE_LEAP_DAY = 60;

/** Serial number → date and time, rounded to `10 ** -decimals` seconds; null outside of what a sheet can hold. */
export function serialToParts(serial: number, date1904: boolean, decimals = 0): DateParts | null {
  const scale = 10 ** decimals;
  const units = Math.round(serial * 86_400 * scale);
  const unitsPerDay = 86_400 * scale;
  const day = Math.floor(units / unitsPerDay) + (date1904 ? DAYS_1904 : 0);
  if (!(serial >= 0) || day > LAST_DAY) return null;
  const seconds = (units % unitsPerDay) / scale;
  const time = {
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: Math.round((seconds % 60) * scale) / scale,
    weekday: (day + 6) % 7,
  };
  if (day === FALSE_LEAP_DAY) return { year: 1900, month: 2, day: 29, ...time };
  if (day === 0) return { year: 1900, month: 1, day: 0, ...time };
  const date = new Date(Date.UTC(1899, 11, day > FALSE_LEAP_DAY ? 30 : 31) + day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate(), ...time };
}

/** "2023-12-31", with "T08:30:00" where the serial has a time; null for no date. */
export function serialToIso(serial: number, date1904: boolean): string | null {
  const parts = serialToParts(serial, date1904);
  if (!parts) return null;
  const two = (value: number) => String(value).padStart(2, '0');
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
