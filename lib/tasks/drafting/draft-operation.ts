export interface AddIndicator {
  kind: 'add';
  /** The new row's id. */
  id: string;
  /** Below this indicator (code or id); null for the first of the section. */
  after: string | null;
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

/** Changes to the rows of one section, made one after the other. Codes are those of the table as received. */
export type DraftOperation = AddIndicator | RemoveIndicator | MoveIndicator;
