/** A corner of a reference: 0-based, with "$" or without. */
export interface Anchor {
  index: number;
  fixed: boolean;
}

/** "A1", "$A$1:B2", "A:A" or "1:3", on the formula's own sheet where `sheet` is null. */
export interface Reference {
  sheet: string | null;
  top: Anchor;
  left: Anchor;
  bottom: Anchor;
  right: Anchor;
}

export type FormulaNode =
  | { kind: 'constant'; value: number | string | boolean }
  | { kind: 'error'; code: string }
  /** An argument left out, as in IF(A1,,2). */
  | { kind: 'missing' }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'name'; name: string; sheet: string | null }
  /** Of another workbook, or an array constant: depends on no cell of this book, and is not computed. */
  | { kind: 'outside' }
  | { kind: 'call'; name: string; args: FormulaNode[] }
  | { kind: 'negate'; operand: FormulaNode }
  | { kind: 'percent'; operand: FormulaNode }
  | { kind: 'binary'; operator: BinaryOperator; left: FormulaNode; right: FormulaNode };

export type BinaryOperator = '+' | '-' | '*' | '/' | '^' | '&' | '=' | '<>' | '<' | '>' | '<=' | '>=';
