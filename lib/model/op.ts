import { z } from 'zod';

/**
 * One edit, as written to the log and exchanged between PCs (shared/design: "an op log with multi-value registers").
 * Values are what a person typed; structure is never in a value.
 */
export const opValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Hybrid logical clock: milliseconds of the wall clock as far as trusted, then a counter. */
export const hlc = z.object({ time: z.number().int().nonnegative(), count: z.number().int().nonnegative() });

export const opSchema = z.object({
  /** 128 random bits, 32 hex digits: two PCs with one replica label still never clash. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  replica: z.string().min(1),
  hlc,
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
  /** Set on an op that takes back another, so that history can say "undo". */
  undoes: z.string().optional(),
});

export type Op = z.infer<typeof opSchema>;
export type OpValue = z.infer<typeof opValue>;
export type Hlc = z.infer<typeof hlc>;
