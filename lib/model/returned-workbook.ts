import type { CellValue } from './cells';

/** Why a difference of a returned copy is not taken over. */
export const OUTSIDE_REASONS = [
  'printed',
  'other-rows',
  'formula',
  'error',
  'unwritable',
  'row-split',
  'row-missing',
  'row-unsure',
  'new-row',
  'new-column',
  'new-sheet',
  'sheet-missing',
] as const;

export type OutsideReason = (typeof OUTSIDE_REASONS)[number];

/** A difference that is told and never applied. */
export interface OutsideCell {
  sheet: string;
  /** "C5" in what was handed out; for what was added, in the returned copy. */
  cell: string;
  before: CellValue;
  value: CellValue;
  reason: OutsideReason;
}

export interface HandOutIdentity {
  /** Of this one file: 32 hex digits. */
  id: string;
  department: string | null;
  /** Of the campaign that handed it out (`campaignMark`); null where an older version did, or it is gone. */
  campaign: string | null;
}

/** Who and what a returned copy says it is. */
export interface ReturnedFacts {
  /** null where nothing of it is left. */
  identity: HandOutIdentity | null;
  lastModifiedBy: string | null;
  /** ISO 8601. */
  modified: string | null;
}

/** Who saved a copy last and when, as far as it can be told: a help for deciding, no proof. */
export interface LastSaved {
  /** As the office program calls them; null where the file does not say. */
  by: string | null;
  /** ISO 8601; null where nothing is known. */
  at: string | null;
  /** The time is the one that the file system keeps, which copying may have changed: the file itself says none. */
  isFileTime: boolean;
}

/** A field about which a returned copy says something else than what was handed out. */
export interface ReturnedAnswer {
  entity: string;
  field: string;
  /** The number that its indicator had in what was handed out; null for a cell beside the indicators. */
  code: string | null;
  /** Its cell in what was handed out. */
  sheet: string;
  cell: string;
  before: CellValue;
  value: CellValue;
}

export interface ReadReturned {
  answers: ReturnedAnswer[];
  outside: OutsideCell[];
}
