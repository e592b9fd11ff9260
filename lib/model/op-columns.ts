import * as z from 'zod';
import type { Op, opSchema } from './op';

/*
 * Many ops as columns: what one op says stands at one place of every column. Half the bytes of one JSON object an op, and
 * a third of the time to read: a merge reads 100,000 of them. Two lines of JSON. The first is ASCII and mostly numbers; what
 * people wrote, which takes longer to decode, is in the second.
 */

/** Texts that every op has, and that many share: a place in `strings`. */
const ALWAYS = ['replica', 'actor', 'entity', 'field'] as const;
/** Likewise, -1 for none. In the order of the schema. */
export const OPTIONAL = ['source', 'handOut', 'file', 'group'] as const;
export const SHARED = [...ALWAYS, ...OPTIONAL] as const;
/** Another op's id. */
export const LINK = ['undoes', 'restores'] as const;
export const LINKS = ['saw', 'restoredParents'] as const;

type Shared = (typeof SHARED)[number];
type Held = Shared | (typeof LINK)[number] | (typeof LINKS)[number] | 'id' | 'hlc' | 'value' | 'parents' | 'reset';

/** Every key of an op: one that the schema gains has to be told here too, or this does not compile. */
const HELD_KEYS: Record<Exclude<keyof typeof opSchema.shape, 'kind'> | Held, true> = {
  id: true,
  replica: true,
  hlc: true,
  actor: true,
  entity: true,
  field: true,
  value: true,
  parents: true,
  source: true,
  handOut: true,
  file: true,
  group: true,
  saw: true,
  reset: true,
  undoes: true,
  restores: true,
  restoredParents: true,
};
const HELD: ReadonlySet<string> = new Set(Object.keys(HELD_KEYS));

/** What else a newer version's op says would be lost in columns: such an op is kept as it came. */
export function fitsColumns(op: Op): boolean {
  for (const key in op) if (!HELD.has(key)) return false;
  return true;
}

/** An op of the same file by its place, any other by its id. */
export type Link = number | string;

/** Only the shape is looked at here: each op is judged as a whole by whoever reads the log. */
const column = z.custom<readonly unknown[]>(Array.isArray);
/** One for each op, or one that all share. */
const perOp = z.union([z.number(), column]);
/** Few ops have it: their places, and what they have. */
const sparse = z.tuple([column, column]);

export const numbersLine = z.object({
  /** 32 digits an op. */
  ids: z.string(),
  /** The first, then what each adds to the one before. */
  times: column,
  counts: perOp,
  parents: column,
  shared: z.record(z.enum(SHARED), perOp),
  resets: column,
  link: z.partialRecord(z.enum(LINK), sparse),
  links: z.partialRecord(z.enum(LINKS), sparse),
});

export const textsLine = z.object({
  strings: column,
  values: column,
  /** Records that do not fit: their places among all records, and they themselves. */
  others: sparse,
});

export type NumbersLine = z.infer<typeof numbersLine>;
export type TextsLine = z.infer<typeof textsLine>;
