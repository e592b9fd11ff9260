const DAY_MS = 86_400_000;

/** Whole days from `today` to `date`, ISO days ("2023-12-31"; a time behind them is left aside); negative once it is past, NaN for no day. */
export function daysUntil(date: string, today: string): number {
  return Math.round((midnight(date) - midnight(today)) / DAY_MS);
}

/** The calendar day where the user sits, not in Greenwich. */
export function localDay(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

const midnight = (iso: string): number => Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
