import * as z from 'zod';

/**
 * One edit, as written to the log and exchanged between PCs (docs: "an op log with multi-value registers").
 * Values are what a person typed; structure is never in a value, but for what is one thing: a corrected rule
 * (model/rule-reading.ts), the record of a hand-out. Keys that only a newer version knows are kept.
 */
export const opValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Hybrid logical clock: milliseconds of the wall clock as far as trusted, then a counter. */
export const hlc = z.object({ time: z.number().int().nonnegative(), count: z.number().int().nonnegative() });

/** What every record of a log has, also the kinds that only a newer version understands: kept and passed on as they are. */
export const opEnvelope = z.looseObject({
  /** 128 random bits, 32 hex digits: two PCs with one replica label still never clash. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  replica: z.string().min(1),
  hlc,
});

export const opSchema = opEnvelope.extend({
  /** Only newer versions' ops have a kind; one that has is not understood here. */
  kind: z.never().optional(),
  /** Who, as they named themselves on this PC. */
  actor: z.string(),
  /** "cell:<sheet>!C5", "indicator:<sheet>#<table ordinal>:2.3", "campaign" … (model/entity.ts). */
  entity: z.string().min(1),
  field: z.string().min(1),
  value: opValue,
  /** Ids of the ops this one supersedes: the heads its author saw. */
  parents: z.array(z.string()),
  /** Where it came from; unknown kinds are kept and passed on. */
  source: z.string().optional(),
  /** Of source "workbook": the hand-out whose returned copy said so, where it can be told, and the copy's name. */
  handOut: z.string().optional(),
  file: z.string().optional(),
  /** Shared by the ops of one action, such as a pasted block: undone as one. */
  group: z.string().optional(),
  /** Of a removal: the edits of the removed row that its author had before them. What is not among them keeps the row. */
  saw: z.array(z.string()).optional(),
  /** Back to what the workbook itself holds; value is null then, and means nothing. */
  reset: z.literal(true).optional(),
  /** Set on an op that takes back another, so that history can say "undo". */
  undoes: z.string().optional(),
  /** The edit whose value an undo or redo puts back. */
  restores: z.string().optional(),
  /** That edit's own parents: what it was an answer to. */
  restoredParents: z.array(z.string()).optional(),
});

export type OpEnvelope = z.infer<typeof opEnvelope>;
export type Op = z.infer<typeof opSchema>;
export type OpValue = z.infer<typeof opValue>;
export type Hlc = z.infer<typeof hlc>;
