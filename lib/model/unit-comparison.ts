import type { AppError } from './app-error';
import type { UnitFlagKind } from './collect-texts';
import type { Points } from './points';
import type { SentenceValues } from './sentence';

/** One indicator of one unit: only what the comparison needs, so that hundreds of workbooks stay small in memory. */
export interface UnitIndicator {
  code: string;
  content: string;
  /** The content as a comparing key, cut: enough to tell indicators apart. */
  key: string;
  weight: Points | null;
  /** As shown in its cell. */
  scoreText: string;
  score: Points | null;
  filled: boolean;
  /** The completion text's fingerprint, where it is long enough for being the same to mean something. */
  completionPrint: number | null;
  copiesMeasures: boolean;
  /** null: the table has no column for it. */
  evidence: number | null;
  sample: string | null;
  deadline: string | null;
}

export interface Unit {
  file: string;
  /** As the table names it, else the file's name. */
  name: string;
  year: number | null;
  /** What the table declares, else the sum of its weights. */
  total: Points | null;
  indicators: UnitIndicator[];
  /** When the program that saved the file says it did, ISO; null where it does not say. */
  savedAt: string | null;
}

/** An indicator as most units have it. */
export interface ComparedIndicator {
  code: string;
  content: string;
  weight: Points | null;
  /** Of all units' self-scores; null where none gave one. */
  median: Points | null;
}

export interface UnitFlag {
  kind: UnitFlagKind;
  /** null for what concerns the unit as a whole. */
  code: string | null;
  details: SentenceValues;
}

export interface ComparedCell {
  score: Points | null;
  scoreText: string;
  filled: boolean;
  late: boolean;
  evidence: number | null;
}

export interface ComparedUnit {
  file: string;
  name: string;
  total: Points | null;
  selfTotal: Points;
  indicators: number;
  filled: number;
  late: number;
  evidence: number;
  savedAt: string | null;
  /** By the place in `UnitComparison.indicators`; null where the unit has no such indicator. */
  cells: (ComparedCell | null)[];
  flags: UnitFlag[];
}

export interface UnitComparison {
  indicators: ComparedIndicator[];
  units: ComparedUnit[];
}

/** A file that could not be taken into the comparison. */
export interface BrokenFile {
  file: string;
  error: AppError;
}
