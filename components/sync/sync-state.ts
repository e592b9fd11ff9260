import type { AppError } from '../../lib/model/app-error';

/** What may truthfully be shown about exchanging with others. */
export interface SyncState {
  kind: 'off' | 'never' | 'synced' | 'pending' | 'running' | 'click' | 'paused' | 'held' | 'private' | 'failed';
  syncedAt: number | null;
  /** When the exchange that ended then began: what was entered before it has been sent. */
  begunAt: number | null;
  triedAt: number | null;
  /** Edits on this PC that have not left it. */
  pending: number;
  /** Places that wait for a look before they are merged. */
  held: number;
  /** Edits that wait for a decision about the private numbers in them. */
  waiting: number;
  error: AppError | null;
  /** Names of PCs whose clock may be wrong. */
  clocksAhead: readonly string[];
  newer: number;
  cloned: boolean;
}

/** In which a person has to do something before it goes on. */
export const needsPerson = ({ kind }: SyncState): boolean =>
  kind === 'click' || kind === 'paused' || kind === 'held' || kind === 'private';
