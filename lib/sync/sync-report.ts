import type { MergeReport } from '../model/campaign-journal';
import type { OpEnvelope } from '../model/op';
import type { ParkReason, SyncStore } from './sync-store';
import type { Target } from './target';

export interface SyncProgress {
  step: 'look' | 'push' | 'pull' | 'pack' | 'collect';
  done: number;
  total: number;
}

export interface SyncOptions {
  /** The campaign's id. */
  project: string;
  /** Who is named as the writer of the segments. */
  actor: string;
  target: Target;
  /** The store's name for this target; another address is another remote. */
  remote: string;
  store: SyncStore;
  now(): number;
  /** `take` writes nothing there (a package that came), `give` reads nothing from there (one that is made). Both by itself. */
  direction?: 'both' | 'take' | 'give';
  /** Looks into every folder, also older ones. By itself this happens hourly. */
  isFull?: boolean;
  /** A person has seen that the target was emptied or is another, and says that everything is to be put there. */
  refill?: boolean;
  /** Asked before records of others enter the log, one call a sync; false leaves them for the next time. */
  accept?(records: readonly OpEnvelope[]): Promise<boolean>;
  signal?: AbortSignal;
  onProgress?(progress: SyncProgress): void;
}

export interface SyncReport {
  /** Files put there, evidence included. */
  pushed: number;
  /** Segments and packs read. */
  pulled: number;
  merged: Pick<MergeReport, 'added' | 'notUnderstood' | 'refused' | 'clocksAhead'>;
  /** Held back by `accept`: records. */
  heldBack: number;
  parked: { name: string; reason: ParkReason }[];
  /** Half-uploaded there: not yet. */
  torn: string[];
  /** Files that had been there, were gone and were put there again. */
  repaired: number;
  packed: number;
  collected: number;
  /** Another PC uses our label (a copied browser profile); ours was renamed. */
  cloned: boolean;
  /** Evidence named here but neither held nor found there. */
  blobsMissing: number;
  /** Asked of the target: listings, reads, writes. */
  requests: number;
}
