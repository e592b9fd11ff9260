import type { HeldSegment, Mark } from './sync-store';
import type { Listed } from './target';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** A log file at its place on the target: the last listing of its folder against what we had marked. */
export interface Place {
  mark: Mark | undefined;
  /** undefined: its folder was not listed now. null: the folder was, the file was not in it. */
  listed: Listed | null | undefined;
}

/**
 * What syncing decides, one rule each, so that deliberate faults can take their place in tests
 * (tests/unit/sync/mutants.ts shows what each of them protects from).
 */
export const SYNC_RULES = {
  /** The content is what the name promises. Where the name promises nothing, the content must be readable as a whole. */
  isWhole: (promised: string | null, sha32: string, isReadable: boolean): boolean =>
    promised === null ? isReadable : promised === sha32,

  /** 'put', 'check' (it was there: a listing may be stale, so look before writing over it) or nothing. */
  pushing(held: HeldSegment, { mark, listed }: Place): 'put' | 'check' | null {
    if (listed === undefined) return mark?.state === 'here' ? null : 'put';
    if (listed === null) return mark?.state === 'here' ? 'check' : 'put';
    return listed.size === null || listed.size === held.size ? null : 'put';
  },

  /** Whether to read a listed file that is not held here. */
  isToRead(listed: Listed, mark: Mark | undefined, now: number): boolean {
    if (listed.size === 0) return false;
    if (!mark) return true;
    return mark.size !== listed.size || (mark.state === 'torn' && Math.abs(now - mark.at) > HOUR);
  },

  /** All records of these files are in the pack: reading it is as good as reading them. */
  coveredBy: (covers: readonly string[]): readonly string[] => covers,

  /**
   * Which held files to pack now: own ones of one level, or since there is a key whatever lies here unencrypted, or encrypted for
   * an older passphrase. Of the latter others' only after reading: a colleague may have packed them already.
   */
  toPack(
    own: readonly HeldSegment[],
    all: readonly HeldSegment[],
    { key, moment, packFrom }: { key: string | null; moment: PackMoment; packFrom: number },
  ): readonly HeldSegment[] {
    const readable = key === null ? [] : all.filter(({ parked }) => parked === null);
    const due = readable.filter(
      ({ name, header }) =>
        header.cipher === 'none' ||
        (header.key !== key && (moment === 'after-pull' || own.some(one => one.name === name))),
    );
    if (due.length > 0) return due;
    const byLevel = new Map<unknown, HeldSegment[]>();
    for (const file of own) {
      const files = byLevel.get(file.header.level) ?? [];
      files.push(file);
      byLevel.set(file.header.level, files);
    }
    return [...byLevel.values()].find(files => files.length >= packFrom) ?? [];
  },

  /** What goes into a pack of these records. */
  packed: <Item>(records: readonly Item[]): readonly Item[] => records,

  /** A covered file may go from a target a month after its pack was put there; the pack is read again right before. */
  isOldEnough: (pack: Mark, now: number): boolean => now - pack.at >= 30 * DAY,
  needsReread: true,
  isCollectable: (isCovered: boolean, _isAnother: boolean): boolean => isCovered,

  /** Everything we knew there is gone, and nothing else of the campaign is there. Absence never means more than this question. */
  isGone: (marks: readonly Mark[], logFiles: number): boolean =>
    logFiles === 0 && marks.some(({ state, name }) => state === 'here' && name.startsWith('log/')),

  /**
   * A file under our label that we did not write: another PC has our label. Where a profile was copied its first file and ours have
   * one predecessor, so each of the two meets the other's.
   */
  isCloned: (pulled: HeldSegment, ownReplica: string): boolean => pulled.header.replica === ownReplica,

  isFullDue: (fullAt: number | null, now: number): boolean => fullAt === null || Math.abs(now - fullAt) > HOUR,
  areBlobsDue: (blobsAt: number | null, now: number): boolean => blobsAt === null || Math.abs(now - blobsAt) > DAY,
  blobsFirst: true,
  /** Files of one level that are packed into one. */
  packFrom: 8,
  /** Files of one log folder before the next is begun: 坚果云 shows listings in pages of 750. */
  epochFiles: 500,
};

/** Twice in a sync: what must not leave as it is, then what is better packed. */
export type PackMoment = 'before-push' | 'after-pull';

export type SyncRules = typeof SYNC_RULES;
