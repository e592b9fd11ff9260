import * as z from 'zod';
import { isPlainOp } from '../journal/is-plain-op';
import { AppError } from '../model/app-error';
import { hlc, type Op, opEnvelope, opSchema } from '../model/op';

/** What stands in the tables. Everything read from disk passes through one of these. */
export const tailRecord = z.object({ n: z.number().int(), campaign: z.string(), op: opEnvelope });

/** Thousands are read when a campaign is opened; what is plainly an op needs no schema. */
const storedOp = z.union([z.custom<Op>(isPlainOp), opSchema]);

/** The folded state of one field: rebuilt from the log whenever it cannot be trusted. */
export const cellRecord = z.object({
  campaign: z.string(),
  entity: z.string(),
  field: z.string(),
  heads: z.array(storedOp),
  awaited: z.array(z.string()),
});

/** A journal's own notes: its clock, the rules its cells were folded by, and a count that moves with every change. */
export const journalRecord = z.object({
  campaign: z.string(),
  key: z.literal('journal'),
  clock: hlc,
  foldVersion: z.number(),
  ops: z.number().int().nonnegative(),
  /** Moves when cells changed by other ways than through the tail: whoever follows the tail reads them all again. */
  folds: z.number().int().nonnegative().default(0),
});

/** A copy of a campaign's folded state (kept-state.ts). */
export const keptStateRecord = z.object({
  campaign: z.string(),
  key: z.literal('state'),
  /** The last row of the tail, and the journal's `folds`, when it was so. */
  seen: z.number().int().nonnegative(),
  folds: z.number().int().nonnegative(),
  /** Ops as columns: a field's heads one after the other, as they are ordered. */
  heads: z.instanceof(Uint8Array),
  /** Entity, field and ids of what a field waits for. */
  awaited: z.array(z.tuple([z.string(), z.string(), z.array(z.string())])),
});

export const replicaRecord = z.object({
  campaign: z.literal(''),
  key: z.literal('replica'),
  replica: z.string().min(1),
});

/** A part of the log that never changes: its ops packed (packed-ops.ts). */
export const blockRecord = z.object({
  n: z.number().int(),
  campaign: z.string(),
  packed: z.instanceof(Uint8Array),
  /** Ops in it. */
  count: z.number().int().nonnegative(),
  /** Its ops are in a segment; ops of the tail never are. */
  sealed: z.boolean(),
  /** Numbers of the blocks that were joined into it (join-blocks.ts): their ops are its own. */
  replaces: z.array(z.number().int()).optional(),
});

/** A file of the log as it travels. What its header says is read by those who made it. */
export const segmentRecord = z.object({
  campaign: z.string(),
  name: z.string().min(1),
  size: z.number().int().nonnegative(),
  header: z.unknown(),
  /** Why its records are not in the log; null: they are. */
  parked: z.string().nullable(),
  /** null where a pack holds the same and these were freed. */
  bytes: z.instanceof(Uint8Array).nullable(),
});

const mergedField = z.object({
  entity: z.string(),
  field: z.string(),
  /** The heads that stood before, and the ids of those that it left. */
  before: z.array(storedOp),
  after: z.array(z.string()),
});

/** What one merge did, so that it can be told and undone. */
export const mergeRecord = z.object({
  n: z.number().int(),
  campaign: z.string(),
  /** Shared by all that one exchange brought. */
  group: z.string().min(1),
  /** Our clock. */
  time: z.number(),
  /** Where it came from, as the person knows it. */
  from: z.string(),
  actors: z.array(z.string()),
  added: z.number().int().nonnegative(),
  fields: z.array(mergedField),
  undone: z.boolean(),
});

/** A place of exchange. Its state is read by those who wrote it; passwords and passphrases never stand here. */
export const remoteRecord = z.object({ campaign: z.string(), id: z.string().min(1), state: z.unknown() });

/** What is known of one file there. */
export const seenRecord = z.object({
  campaign: z.string(),
  remote: z.string(),
  name: z.string().min(1),
  mark: z.unknown(),
});

export const blobRecord = z.object({ sha: z.string(), bytes: z.instanceof(Uint8Array) });

export const answersRecord = z.object({
  shape: z.string().min(1),
  campaign: z.string(),
  answers: z.record(z.string(), z.string()),
});

export const settingRecord = z.object({ campaign: z.string(), key: z.string().min(1), value: z.unknown() });

export type TailRecord = Omit<z.infer<typeof tailRecord>, 'n'>;
export type CellRecord = z.infer<typeof cellRecord>;
export type JournalRecord = z.infer<typeof journalRecord>;
export type KeptStateRecord = z.infer<typeof keptStateRecord>;
export type ReplicaRecord = z.infer<typeof replicaRecord>;
export type BlockRecord = Omit<z.infer<typeof blockRecord>, 'n'>;
export type SegmentRecord = z.infer<typeof segmentRecord>;
export type MergedField = z.infer<typeof mergedField>;
export type MergeRecord = Omit<z.infer<typeof mergeRecord>, 'n'>;
export type RemoteRecord = z.infer<typeof remoteRecord>;
export type SeenRecord = z.infer<typeof seenRecord>;
export type BlobRecord = z.infer<typeof blobRecord>;
export type AnswersRecord = z.infer<typeof answersRecord>;
export type SettingRecord = z.infer<typeof settingRecord>;

export function readStored<T>(schema: z.ZodType<T>, record: unknown, table: string): T {
  const read = schema.safeParse(record);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('stored-record-unreadable', { table, where }, { cause: read.error });
}
