/** Whole days from `today` to `date`, both "2023-12-31"; negative once it is past. */
export function daysLeft(date: string, today: string): number {
  return Math.round((dayNumber(date) - dayNumber(today)) / 86_400_000);
}

function dayNumber(iso: string): number {
  const [year = 0, month = 1, day = 1] = iso.slice(0, 10).split('-').map(Number);
  return Date.UTC(year, month - 1, day);
}

/** The calendar day where the user sits, not in Greenwich. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
