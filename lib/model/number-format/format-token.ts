/** A piece of one section of a number format. */
export type FormatToken =
  | { type: 'literal'; text: string }
  | { type: 'digit'; placeholder: '0' | '#' | '?' }
  | { type: 'point' | 'comma' | 'percent' | 'slash' | 'text' | 'general' }
  | { type: 'exponent'; plus: boolean }
  | { type: 'date'; code: string }
  | { type: 'elapsed'; code: string };

export function isSeconds(token: FormatToken): boolean {
  return (token.type === 'date' || token.type === 'elapsed') && (token.code[0] === 's' || token.code[0] === 'S');
}
