import type { AnswerRole } from './columns';
import type { OpValue } from './op';
import type { Points } from './points';
import type { Indicator, RecognisedTable, Section } from './table';

/** What the item view asks for, in its order. */
export const ITEM_FIELDS = [
  'completion',
  'selfScore',
  'department',
  'responsiblePerson',
  'leader',
  'status',
  'actual',
  'applicable',
  'evidence',
  'remark',
] as const satisfies readonly AnswerRole[];

export type ItemField = (typeof ITEM_FIELDS)[number];

export interface Answer {
  /** As shown: what a person entered, else what the workbook holds. */
  text: string;
  /** What a person entered; undefined where the workbook's own text stands. */
  entered: OpValue | undefined;
  /** Where the journal keeps it. */
  entity: string;
  field: string;
  /** Its cell in the original; null where the table has no such column. */
  cell: string | null;
  /** A formula stands there. */
  readOnly: boolean;
  conflict: boolean;
}

/** A numbered measure, to be ticked off. */
export interface Step {
  number: number;
  text: string;
  done: boolean;
}

/** One indicator with everything a person said about it. */
export interface Item {
  entity: string;
  table: RecognisedTable;
  section: Section;
  indicator: Indicator;
  answers: Record<ItemField, Answer>;
  /** The wording of the measures, one entry a cell: mostly one, several where each measure has a row of its own. */
  measures: readonly Answer[];
  steps: readonly Step[];
  note: Answer;
  weight: Points | null;
  /** null where nothing or no number was entered. */
  selfScore: Points | null;
  filled: boolean;
}
