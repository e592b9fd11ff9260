import * as z from 'zod';
import { hlc } from '../model/op';

/** The container's version. Headers of all versions can be read; bodies only up to this one. */
export const SEGMENT_VERSION = 1;

/** What every version's header has: enough to keep the file and pass it on. */
export const anyHeader = z.looseObject({
  v: z.number().int().positive(),
  kind: z.enum(['segment', 'pack']),
  /** The campaign's id. */
  project: z.string().min(1),
  /** Who wrote the file, not necessarily the ops in it. */
  replica: z.string().regex(/^[0-9a-f]{8}$/),
  /** The writer's own count, from 1. */
  n: z.number().int().positive(),
  from: hlc,
  to: hlc,
  /** Names of the files whose ops are all in this one too. */
  covers: z.array(z.string()).default([]),
  /** 0 for a segment; a pack's is one more than that of the files it covers. */
  level: z.number().int().nonnegative().default(0),
  /** "none", "AES-256-GCM"; others can be added and are parked by who does not know them. */
  cipher: z.string().default(''),
  /** Which of the campaign's keys, where encrypted. */
  key: z.string().optional(),
});

export const segmentHeader = anyHeader.extend({
  v: z.literal(SEGMENT_VERSION),
  /** Version of the records in the body (lib/model/op.ts). */
  schema: z.number().int().positive(),
  /** The person, where the body is not encrypted: then it is nobody's business. */
  actor: z.string().optional(),
  /** Hash part of the writer's previous file's name: two files with one predecessor are two PCs with one label. */
  previous: z.string().nullable(),
  records: z.number().int().nonnegative(),
  /** Bytes of the body when inflated. */
  length: z.number().int().nonnegative(),
});

export type AnyHeader = z.infer<typeof anyHeader>;
export type SegmentHeader = z.infer<typeof segmentHeader>;
