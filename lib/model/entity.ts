/** Names of what an op changes. Strings, because they are stored and exchanged. */

/** A cell that belongs to no answer of an indicator: title, header, totals, notes, other sheets. Its field is "value". */
export const cellEntity = (sheet: string, address: string): string => `cell:${sheet}!${address}`;

/** An indicator of one table; its fields are column roles ("completion") and "measure:<n>", "note". */
export const indicatorEntity = (sheet: string, ordinal: number, code: string): string =>
  `indicator:${sheet}#${ordinal}:${code}`;

export type Entity =
  | { kind: 'cell'; sheet: string; address: string }
  | { kind: 'indicator'; sheet: string; ordinal: number; code: string };

/** null for entities of other kinds, which newer versions may write and which are kept as they are. */
export function parseEntity(entity: string): Entity | null {
  const cell = /^cell:(.*)!([A-Z]{1,3}[1-9]\d*)$/s.exec(entity);
  if (cell) return { kind: 'cell', sheet: cell[1]!, address: cell[2]! };
  const indicator = /^indicator:(.*)#(\d+):([^:]+)$/s.exec(entity);
  if (indicator) return { kind: 'indicator', sheet: indicator[1]!, ordinal: Number(indicator[2]), code: indicator[3]! };
  return null;
}
