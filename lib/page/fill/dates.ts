/** A calendar day as YYYY-MM-DD from 2023-12-31, 2023/12/31, 2023.12.31 or 2023年12月31日 (a time behind it is ignored). */
export function isoDay(text: string): string | null {
  const found = /^\s*(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?(?:$|[\sT])/.exec(text);
  const usual = found ?? usOrder(text);
  if (!usual) return null;
  const [, year, month, day] = usual.map(Number) as [number, number, number, number];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 10) : null;
}

/** 12/31/2023, as EasyUI shows a day without its Chinese texts. */
function usOrder(text: string): string[] | null {
  const found = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4})\s*$/.exec(text);
  return found && [found[0], found[3]!, found[1]!, found[2]!];
}

export function sameDay(a: string, b: string): boolean {
  const day = isoDay(a);
  return day !== null && day === isoDay(b);
}
