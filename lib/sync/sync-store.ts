import type { MergeReport } from '../model/campaign-journal';
import type { OpEnvelope } from '../model/op';
import type { ProjectKey } from './project-key';
import type { AnyHeader } from './segment-header';

/** Why a file is kept and passed on, but not read. */
export type ParkReason = 'newer-version' | 'unknown-cipher' | 'no-key' | 'unreadable';

/** A file of the log as it is known here. */
export interface HeldSegment {
  /** Canonical: `s-<hlc36>-<replica8>-<n>-<sha32>.pal`, `p-…` for packs. */
  name: string;
  /** Bytes of the whole file. */
  size: number;
  header: AnyHeader;
  /** null: its records are in the log. */
  parked: ParkReason | null;
}

export interface SegmentWithBytes extends HeldSegment {
  bytes: Uint8Array;
}

/** What is known of one target, under the name that the caller gave it. */
export interface RemoteState {
  /** Our clock at the last listing of all folders; null before the first. */
  fullAt: number | null;
  /** Our clock when the evidence files were last looked for one by one. */
  blobsAt: number | null;
  /** The newest log folder seen there, from 1. */
  epoch: number;
}

/**
 * A file of the target that needs no look any more, or not soon. `here`: whole there as far as we know. `torn`: not whole when
 * read. `strange`: no file of this campaign.
 */
export interface Mark {
  /** As the target names it, from the campaign's folder on: "log/e0001/s-….pal", "blob/0a/….pab". */
  name: string;
  state: 'here' | 'torn' | 'strange';
  size: number | null;
  /** Our clock when it was first marked so. */
  at: number;
  /** Canonical name of the log file in it, where it is one. */
  segment?: string;
}

export interface Blob256 {
  /** SHA-256 of the content, 64 hex digits. */
  sha: string;
  isHeld: boolean;
}

/**
 * What syncing asks of the store, for one campaign. Each call is one strict transaction: done wholly or not at all, and what it
 * wrote would survive a power cut when it resolves. The process may end between any two calls.
 */
export interface SyncStore {
  /** This PC's label, 8 hex digits. */
  replica(): Promise<string>;
  /** Makes up another label and uses it from now on: somebody else has the old one. */
  renameReplica(): Promise<string>;

  /** Records of the log that are in no held segment yet (own edits, merged workbooks, restored backups), in order of arrival. */
  unsealed(): Promise<readonly OpEnvelope[]>;
  /** Keeps a segment of our own; the records of these ids are sealed from now on. */
  keepSealed(segment: SegmentWithBytes, ids: readonly string[]): Promise<void>;
  /** Keeps a pack of our own. The bytes of what it covers may be freed, their rows stay. */
  keepPack(pack: SegmentWithBytes): Promise<void>;
  /**
   * Unites records with the log and the folded state and keeps the segments they came in; their records count as sealed.
   * A segment that is held already (parked before) is replaced. Nothing is ever removed by it.
   */
  keepPulled(segments: readonly SegmentWithBytes[], records: readonly unknown[]): Promise<MergeReport>;

  /** Every segment and pack known here, covered ones included, without bytes. */
  segments(): Promise<HeldSegment[]>;
  /** null where they were freed. */
  bytesOf(name: string): Promise<Uint8Array | null>;

  remote(remote: string): Promise<RemoteState | null>;
  saveRemote(remote: string, state: RemoteState): Promise<void>;
  marks(remote: string): Promise<Mark[]>;
  mark(remote: string, marks: readonly Mark[]): Promise<void>;
  unmark(remote: string, names: readonly string[]): Promise<void>;
  /** Forgets state and marks: the target is as if never seen. */
  forgetRemote(remote: string): Promise<void>;

  /** All files that the campaign's records name: the workbook, evidence. Asked again after records came in. */
  blobs(): Promise<Blob256[]>;
  blob(sha: string): Promise<Uint8Array | null>;
  keepBlob(bytes: Uint8Array): Promise<void>;

  /** Keys of this campaign; CryptoKeys are stored as they are, not extractable. The first (`sortKeys`) encrypts. */
  keys(): Promise<ProjectKey[]>;
}
