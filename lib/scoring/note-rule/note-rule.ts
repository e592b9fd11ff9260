import type { Span } from '../../model/rule';
import type { NoteReadings, UnitProfile } from '../../model/unit-profile';

/** Whom a clause of the 【说明】 is for: units of which this is so (`holds`) or not so. */
export interface NoteCondition {
  field: keyof UnitProfile;
  holds: boolean;
  quote: string;
}

/** "未承担省对市考评的单位针对第2、3点细化考评内容,提交的考评内容不少于3项,分别设置各项考评内容权重分值" */
export interface NoteClause {
  id: string;
  quote: string;
  /** UTF-16 offsets in the note's text. */
  span: Span;
  conditions: readonly NoteCondition[];
  /** 及 stands between the conditions: whether both must hold is asked. */
  joined: 'ambiguous' | 'all' | 'any';
  basePoints: readonly number[];
  /** 只需: marks the lighter case. */
  onlyThese: boolean;
  minItems: number | null;
  ownWeights: boolean;
}

/** A 【说明】 that tells which units must write which rows themselves. */
export interface NoteRule {
  cell: string;
  text: string;
  /** Code of the section it names; null where the table has none of that name, and the user must point it out. */
  section: string | null;
  sectionQuote: string;
  clauses: readonly NoteClause[];
  /** What has to be known of the unit, in the order of the note. */
  asks: readonly { field: keyof UnitProfile; label: string; quote: string }[];
}

export interface NoteSection {
  /** Points of the whole section; null where the table states none. */
  weight: number | null;
  /** Points of each of its items; null for an item without. */
  weights: readonly (number | null)[];
}

export type NoteProblemCode = 'minItems' | 'ownWeights' | 'weightPositive' | 'weightsSum';
export type NoteWarning = 'profileUnknown' | 'ruleSilent' | 'clausesConflict';

export interface NoteProblem {
  code: NoteProblemCode;
  /** The note says so; else it is our inference, and is shown as one. */
  stated: boolean;
  have: number;
  need: number;
}

export interface NoteOutcome {
  ok: boolean;
  problems: readonly NoteProblem[];
  warnings: readonly NoteWarning[];
  /** Points of the superior's list (or rows of this table, see Q2) that the unit details; null while unknown. */
  basePoints: readonly number[] | null;
  /** What the other applying clause would allow, where two conflict. */
  alsoAllowed: readonly number[] | null;
  minItems: number | null;
  sum: number | null;
  /** Ids of the clauses that apply. */
  clauses: readonly string[];
  stated: boolean;
  readings: Required<NoteReadings>;
  /** Questions whose answer would change this outcome. */
  open: readonly (keyof NoteReadings)[];
}
