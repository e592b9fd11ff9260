/** What a workbook says of itself beside its cells. Whoever saves it writes this: a help for telling copies apart, no proof. */
export interface DocumentFacts {
  /** Who saved it last, as the office program knows them; null where it does not say. */
  lastModifiedBy: string | null;
  /** When, ISO 8601. */
  modified: string | null;
  /** Properties that were added under names of one's own. */
  custom: ReadonlyMap<string, string>;
  /** Names given to single cells; `sheet` as the reference spells it, row and column 0-based. */
  cellNames: readonly { name: string; sheet: string; row: number; column: number }[];
}

export const NO_FACTS: DocumentFacts = { lastModifiedBy: null, modified: null, custom: new Map(), cellNames: [] };

/** "'个性 指标'!$B$3" → sheet and cell; null for ranges, formulas and #REF!. */
export function namedCell(reference: string): { sheet: string; address: string } | null {
  const match = /^=?(?:'((?:[^']|'')+)'|([^'!:]+))!(\$?[A-Z]{1,3}\$?\d{1,7})$/i.exec(reference.trim());
  return match && { sheet: (match[1] ?? match[2]!).replace(/''/g, "'"), address: match[3]! };
}

/** A time as ISO; null for what is none. */
export function isoTime(text: string): string | null {
  const time = new Date(text.trim());
  return text.trim() === '' || Number.isNaN(time.getTime()) ? null : time.toISOString();
}
