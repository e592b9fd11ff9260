/** An Excel error such as #DIV/0!, on its way up to the cell or to an IFERROR. */
export class FormulaFault {
  constructor(readonly code: string) {}
}

/** Thrown where this evaluator cannot be sure to give what Excel gives; the cached value is then dropped. */
export class NotComputable {}

/** What an expression gives. null is an empty cell. */
export type Scalar = number | string | boolean | null;
/** What a cell holds. undefined: cannot be told. */
export type CellContent = Scalar | FormulaFault | undefined;

export function known(content: CellContent): Scalar {
  if (content === undefined) throw new NotComputable();
  if (content instanceof FormulaFault) throw content;
  return content;
}

export function toNumber(value: Scalar): number {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value === null) return 0;
  if (/^\s*[-+]?\d{1,15}(?:\.\d{1,15})?\s*$/.test(value)) return Number(value);
  // "2023年", "5%" or "1,000" may be numbers to Excel, depending on the PC it runs on.
  if (/\p{N}/u.test(value)) throw new NotComputable();
  throw new FormulaFault('#VALUE!');
}

export function toBoolean(value: Scalar): boolean {
  if (typeof value !== 'string') return Boolean(value);
  if (/^(true|false)$/i.test(value)) return value.toLowerCase() === 'true';
  throw new FormulaFault('#VALUE!');
}

export function toText(value: Scalar): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value;
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e15 || size < 1e-4)) throw new NotComputable();
  return String(Number(value.toPrecision(15)));
}

export function checked(result: number): number {
  if (!Number.isFinite(result)) throw new FormulaFault('#NUM!');
  return result;
}

/**
 * Below 0, 0 or above 0; NaN for two texts that differ, whose order depends on the PC's language. Excel compares
 * numbers by 15 digits and texts without case; a text is above any number.
 */
export function compare(left: Scalar, right: Scalar): number {
  const a = left ?? emptyLike(right);
  const b = right ?? emptyLike(left);
  if (typeof a !== typeof b) return rank(a) - rank(b);
  if (typeof a === 'string') return a.toLowerCase() === (b as string).toLowerCase() ? 0 : Number.NaN;
  if (typeof a === 'number') return Number(a.toPrecision(15)) - Number((b as number).toPrecision(15));
  return Number(a) - Number(b);
}

function emptyLike(other: Scalar): Scalar {
  if (typeof other === 'string') return '';
  return typeof other === 'boolean' ? false : 0;
}

function rank(value: Scalar): number {
  if (typeof value === 'boolean') return 2;
  return typeof value === 'string' ? 1 : 0;
}
