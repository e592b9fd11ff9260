import type { FieldState, JournalState } from './field-state';
import type { Op, OpValue } from './op';

/** undefined as value: back to what the workbook holds. null empties the field. */
export interface Change {
  entity: string;
  field: string;
  value: OpValue | undefined;
  /**
   * Ids of the edits its author had before them, where that was at another time than now: what was edited since stays beside it.
   * Left out: all that stands there now.
   */
  seen?: readonly string[];
  /** Of a removal: ids of what stands in the row that is removed. */
  saw?: readonly string[];
  /** The returned workbook it was read from. */
  from?: { handOut: string | null; file: string };
}

export interface ChangeOptions {
  actor: string;
  source?: string;
  /** Several calls in a row under one group are undone as one. Changes of one call always are. */
  group?: string;
}

export interface HistoryEntry {
  op: Op;
  /** What it replaced; several after a conflict, [undefined] where the workbook's own text stood. */
  before: (OpValue | undefined)[];
  after: OpValue | undefined;
  /** Nobody has superseded it. */
  current: boolean;
}

export interface MergeReport {
  /** Ops that were new here. */
  added: number;
  /** Records of kinds that only a newer version understands: kept, not shown. */
  notUnderstood: number;
  /** Records that are no ops at all, left out. */
  refused: number;
  /** Replicas whose clock runs more than a day ahead of ours. */
  clocksAhead: string[];
  changed: FieldState[];
}

/** The edits of one campaign. A promise resolves only when its edit would survive a power cut. */
export interface CampaignJournal {
  state(): Promise<JournalState>;
  /** Changes that change nothing give no op. */
  apply(changes: readonly Change[], options: ChangeOptions): Promise<Op[]>;
  /** Takes back this person's last edit on this PC; [] when there is none left. */
  undo(actor: string): Promise<Op[]>;
  redo(actor: string): Promise<Op[]>;
  canUndo(actor: string): Promise<boolean>;
  canRedo(actor: string): Promise<boolean>;
  /** Oldest first. */
  history(entity: string, field: string): Promise<HistoryEntry[]>;
  /** Every record of the log in the order it arrived, kinds of newer versions included. */
  log(): Promise<unknown[]>;
  /** Unions ops from elsewhere (backup, package, other PC). Nothing is ever deleted by it. */
  merge(records: readonly unknown[]): Promise<MergeReport>;
  /**
   * Called at once with everything and then after every change, also those of other tabs, with the keys that changed.
   * Each call gets a new map; unchanged fields stay the same objects.
   */
  watch(callback: (state: JournalState, changed: ReadonlySet<string>) => void, options: { signal: AbortSignal }): void;
}
