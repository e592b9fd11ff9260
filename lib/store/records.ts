import * as z from 'zod';
import { AppError } from '../model/app-error';
import { hlc, opEnvelope, opSchema } from '../model/op';

/** What stands in the tables. Everything read from disk passes through one of these. */
export const tailRecord = z.object({ n: z.number().int(), campaign: z.string(), op: opEnvelope });

/** The folded state of one field: rebuilt from the log whenever it cannot be trusted. */
export const cellRecord = z.object({
  campaign: z.string(),
  entity: z.string(),
  field: z.string(),
  heads: z.array(opSchema),
  awaited: z.array(z.string()),
});

/** A journal's own notes: its clock, the rules its cells were folded by, and a count that moves with every change. */
export const journalRecord = z.object({
  campaign: z.string(),
  key: z.literal('journal'),
  clock: hlc,
  foldVersion: z.number(),
  ops: z.number().int().nonnegative(),
});

export const replicaRecord = z.object({
  campaign: z.literal(''),
  key: z.literal('replica'),
  replica: z.string().min(1),
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
export type ReplicaRecord = z.infer<typeof replicaRecord>;
export type BlobRecord = z.infer<typeof blobRecord>;
export type AnswersRecord = z.infer<typeof answersRecord>;
export type SettingRecord = z.infer<typeof settingRecord>;

export function readStored<T>(schema: z.ZodType<T>, record: unknown, table: string): T {
  const read = schema.safeParse(record);
  if (read.success) return read.data;
  const where = read.error.issues[0]?.path.join('.') ?? '';
  throw new AppError('stored-record-unreadable', { table, where }, { cause: read.error });
}
