import * as z from 'zod';
import { AppError } from '../model/app-error';
import { campaignSchema } from '../model/campaign';
import { opEnvelope } from '../model/op';
import { readLines } from './line-file';
import { answersRecord, segmentRecord, settingRecord } from './records';

export const BACKUP_FORMAT = 'pingan-fill-backup';
/** 2: what is exchanged with other PCs travels with its campaign. Files of version 1 are read as before. */
export const BACKUP_VERSION = 2;

/** Bounds for what a file may claim: 400 parts of 3 MiB are more than a browser keeps as one piece. */
const MAX_PARTS = 400;
/** A multiple of three, so that parts are base64 without padding. */
export const PART_BYTES = 3 * 1024 * 1024;
const MAX_SEGMENT_CHARACTERS = 48 * 1024 * 1024;
const MAX_CHARACTERS = 512 * 1024 * 1024;

const sha = z.string().regex(/^[0-9a-f]{64}$/);

const headerLine = z.object({
  type: z.literal('header'),
  format: z.literal(BACKUP_FORMAT),
  version: z.number().int().positive(),
  createdAt: z.string(),
});

/** The lines between the header and the end. The README of this room tells their order. */
const bodyLine = z.discriminatedUnion('type', [
  z.object({ type: z.literal('campaign'), campaign: campaignSchema }),
  z.object({
    type: z.literal('ops'),
    campaign: z.string(),
    ops: z.array(opEnvelope),
    /** They are in one of the segments. */
    sealed: z.boolean().default(false),
  }),
  z.object({
    type: z.literal('segment'),
    segment: segmentRecord.omit({ bytes: true }),
    base64: z.string().max(MAX_SEGMENT_CHARACTERS).nullable(),
  }),
  z.object({ type: z.literal('answers'), answers: answersRecord }),
  z.object({ type: z.literal('setting'), setting: settingRecord }),
  z.object({
    type: z.literal('blob'),
    sha,
    part: z.number().int(),
    parts: z.number().int().min(1).max(MAX_PARTS),
    base64: z.string().max((PART_BYTES / 3) * 4),
  }),
]);

const endLine = z.object({ type: z.literal('end'), lines: z.number().int() });

export type BodyLine = z.infer<typeof bodyLine>;
export type BackupLine = z.infer<typeof headerLine> | z.input<typeof bodyLine> | z.infer<typeof endLine>;

/** The body lines of a backup that is complete and of a version we know; throws before the first otherwise doubtful one. */
export async function* readBackup(file: Blob): AsyncGenerator<{ number: number; line: BodyLine }> {
  let isFirst = true;
  let isComplete = false;
  let last = 0;
  let characters = 0;
  for await (const { number, characters: size, value } of readLines(file)) {
    last = number;
    if (isComplete) throw new AppError('backup-damaged', { line: number });
    if (isFirst) checkHeader(value);
    else if (endLine.safeParse(value).success) isComplete = endLine.parse(value).lines === number;
    else {
      const line = readBody(value, number);
      if (line.type !== 'blob') characters += size;
      if (characters > MAX_CHARACTERS) throw new AppError('backup-too-large', { line: number });
      yield { number, line };
    }
    isFirst = false;
  }
  if (isFirst) throw new AppError('not-a-backup');
  if (!isComplete) throw new AppError('backup-damaged', { line: last + 1 });
}

function checkHeader(value: unknown): void {
  const header = headerLine.safeParse(value);
  if (!header.success) throw new AppError('not-a-backup', {}, { cause: header.error });
  const { version } = header.data;
  if (version > BACKUP_VERSION) throw new AppError('backup-newer', { found: version, known: BACKUP_VERSION });
}

function readBody(value: unknown, number: number): BodyLine {
  const line = bodyLine.safeParse(value);
  if (!line.success) throw new AppError('backup-damaged', { line: number }, { cause: line.error });
  return line.data;
}
