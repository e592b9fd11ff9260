import type { HintTextKey } from './hint-texts';
import type { ItemField } from './item';
import type { Points } from './points';
import type { ProblemSeverity } from './problem-texts';
import type { SentenceValue } from './sentence';
import type { NoteReadings, UnitProfile } from './unit-profile';

/** Where a hint's words come from. 'guidance' is our own advice, shown as 建议 and never as a rule. */
export type HintSource = 'table' | 'note' | 'rule' | 'guidance';

export const HINT_KINDS = [
  // something is wrong
  'score-not-a-number',
  'score-over-weight',
  'score-step',
  'score-unfinished',
  'score-unproven',
  'score-against-answers',
  'score-against-rule',
  'event-happened',
  'over-limit',
  // something is missing
  'measures',
  'count',
  'recurring',
  'forbidden',
  'deadline',
  'owed',
  'unassigned',
  'rule-answer',
  // points by the table's own rule
  'points-lost',
  'rule-judgement',
  'rule-unread',
  'veto',
  // the table itself
  'weight-sum',
  'same-fact',
  'suspected-typo',
  'content-gap',
  'no-scoring-rule',
  // the 【说明】
  'unit-profile',
  'note-reading',
  'note-unmet',
  'note-applies',
  // our own advice
  'advice-evidence',
  'advice-wording',
  'advice-gap',
] as const;
export type HintKind = (typeof HINT_KINDS)[number];

/** Kinds that say something asked is not there yet. Completing it never makes one of them appear. */
export const MISSING_KINDS: ReadonlySet<HintKind> = new Set([
  'measures',
  'count',
  'recurring',
  'forbidden',
  'deadline',
  'owed',
  'unassigned',
  'rule-answer',
]);

export interface Quote {
  /** Words of the file, verbatim but for line wraps and tags. */
  quote: string;
  /** Where they stand, on the table's sheet; null for words of no cell, such as advice. */
  cell: string | null;
}

export type HintAction =
  | { type: 'go-to'; cell: string }
  | { type: 'fill'; field: ItemField }
  | { type: 'tick-measures'; measures: readonly number[] }
  | { type: 'enter-count'; requirement: string; need: number; unit: string }
  | { type: 'confirm-none'; requirements: readonly string[] }
  | { type: 'set-score'; points: Points }
  | { type: 'assign' }
  | { type: 'accept-wording'; cell: string; from: string; to: readonly string[] }
  | { type: 'set-profile'; fields: readonly (keyof UnitProfile)[] }
  | { type: 'choose-reading'; question: keyof NoteReadings }
  | { type: 'answer-rule'; clauses: readonly string[] }
  | { type: 'add-scoring-rules' }
  | { type: 'correct-rule' };

export interface Hint {
  /** Says what it is about, never what was typed: it stays the same while a person types. */
  id: string;
  kind: HintKind;
  severity: ProblemSeverity;
  /** Codes of the indicators it is about; none where it is about the whole table. */
  indicators: readonly string[];
  /** What it stands beside. */
  field: HintField | null;
  /** The line, as key and values; lib/scoring/hints/hint-line puts it into words. Texts in two languages are pairs. */
  text: HintText;
  why: readonly Quote[];
  action?: HintAction;
  /** Points that depend on it; null where that cannot be told. */
  points: Points | null;
  source: HintSource;
  dismissible: boolean;
}

export interface HintText {
  key: HintTextKey;
  values: Readonly<Record<string, HintValue>>;
}

/** Words of the file stand as they are; ours come in both languages. */
export type HintValue = SentenceValue;

export type HintField = ItemField | 'content' | 'measures' | 'deadline' | 'weight' | 'scoringRule';
