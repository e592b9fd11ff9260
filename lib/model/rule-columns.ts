/** A sheet's cells as texts, for a person to point at. */
export interface RuleRows {
  name: string;
  rows: readonly (readonly string[])[];
}

/** 0-based columns that a person pointed out; `number` and `weight` may be missing. */
export interface RuleColumns {
  content: number;
  rule: number;
  number: number | null;
  weight: number | null;
  /** 0-based row of the first entry. */
  firstRow: number;
}
