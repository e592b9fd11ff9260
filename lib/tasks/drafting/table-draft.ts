/** What a unit may write itself. */
export type DraftField = 'content' | 'measures' | 'deadline' | 'weight';

export interface AddIndicator {
  kind: 'add';
  /** The caller's name for the new indicator, for operations that follow. */
  id: string;
  /** Below this indicator (code or id); null for the first of the section. */
  after: string | null;
  /** With or without a printed number: where the section's are numbered, it gets its own. */
  content: string;
  measures: string;
  deadline: string;
  /** As typed, "3" or "3分"; written as the section writes its weights. */
  weight: string;
}

export interface RemoveIndicator {
  kind: 'remove';
  code: string;
}

export interface MoveIndicator {
  kind: 'move';
  code: string;
  after: string | null;
}

export interface RewordIndicator {
  kind: 'reword';
  code: string;
  field: DraftField;
  text: string;
}

export type DraftOperation = AddIndicator | RemoveIndicator | MoveIndicator | RewordIndicator;

/** Changes to the rows of one section, made one after the other. Codes are those of the table as it was recognised. */
export interface TableDraft {
  section: string;
  operations: readonly DraftOperation[];
}
