const ERRORS: Record<number, string> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
};

export const errorText = (code: number): string => ERRORS[code] ?? '#N/A';

export function errorCode(text: string): number {
  const known = Object.entries(ERRORS).find(([, name]) => name === text);
  return Number(known?.[0] ?? 42);
}
