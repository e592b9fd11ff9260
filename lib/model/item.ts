import type { AnswerRole } from './columns';
import type { EntryField, EntryList } from './entry';
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

/** One entry of any list, as it is read from its fields. */
export interface AnyEntry {
  entity: string;
  list: EntryList;
  fields: Readonly<Record<string, Answer>>;
  /** 'disputed': removed by somebody who had not seen what another wrote into it. It stays until a person decides. */
  state: 'there' | 'removed' | 'disputed';
  /** Who began it, on which PC, and when by the clock of that PC; null until it is saved. */
  by: { actor: string; replica: string; time: number } | null;
}

export interface Entry<List extends EntryList> extends AnyEntry {
  list: List;
  fields: Readonly<Record<EntryField<List>, Answer>>;
}

/** In the order in which they were added, the removed ones too. */
export type ItemEntries = { readonly [List in EntryList]: readonly Entry<List>[] };

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
  /** The one note that an indicator had before there were lists of them. */
  note: Answer;
  entries: ItemEntries;
  weight: Points | null;
  /** null where nothing or no number was entered. */
  selfScore: Points | null;
  filled: boolean;
}
