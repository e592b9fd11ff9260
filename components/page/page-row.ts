import type { Item } from '../../lib/model/item';
import type { FieldOutcome, PageField } from '../../lib/model/page-field';
import type { PageRole } from '../../lib/model/page-table';
import type { FieldState } from './field-state';

/** A field of the page beside its answer in the table. */
export interface PageRow {
  /** Unique among all frames of the page. */
  key: string;
  field: PageField;
  /** null where it belongs to no indicator. */
  role: PageRole | null;
  /** What the table holds; null where it has no such answer. */
  held: string | null;
  state: FieldState;
  /** The table can take what stands on the page. */
  takes: boolean;
  isInUse: boolean;
  /** What became of the last click. */
  outcome: FieldOutcome | { is: 'taken' | 'sameAlready' | 'impossible' } | null;
}

/** The page's fields of one indicator, in the page's order. */
export interface PageGroup {
  item: Item;
  code: string;
  rows: readonly PageRow[];
}

export interface RowActions {
  onJump: (row: PageRow) => void;
  onFill: (rows: readonly PageRow[]) => void;
  onTake: (row: PageRow) => void;
  onCorrect: (row: PageRow) => void;
  onConfirm: (row: PageRow) => void;
}

/** Fields that a click can fill: sure ones that are not empty in the table and say something else on the page. */
export const fillable = ({ field, held, state }: PageRow): boolean =>
  !field.isFile && held !== null && held !== '' && (state === 'todo' || state === 'differs');
