import type { Op, opSchema } from '../model/op';

/**
 * What `opSchema` makes of a record without changing it, told without the schema: a merge reads 100,000 records, and zod's
 * copies of them were half of its time. It accepts less than the schema and never more (the test compares the two); what it
 * does not accept is the schema's to judge.
 */
export function isPlainOp(record: unknown): record is Op {
  if (typeof record !== 'object' || record === null || Object.getPrototypeOf(record) !== Object.prototype) return false;
  const { id, replica, hlc, actor, entity, field, parents } = record as Record<keyof Op, unknown>;
  if (!('value' in record) || !isScalar(record.value)) return false;
  if (!isFilled(replica) || typeof actor !== 'string' || !isFilled(entity) || !isFilled(field)) return false;
  if (typeof id !== 'string' || !ID.test(id) || !isClock(hlc) || !isTexts(parents)) return false;
  for (const key in record) {
    const kept = OPTIONAL.get(key);
    if (kept !== undefined && !kept((record as Record<string, unknown>)[key])) return false;
  }
  return true;
}

const ID = /^[0-9a-f]{32}$/;

const isText = (value: unknown): boolean => typeof value === 'string';
const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== '';
const isScalar = (value: unknown): boolean =>
  value === null || typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);

/** A hole is no text; `every` would pass it over. */
function isTexts(value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  for (let i = 0; i < value.length; i++) if (typeof value[i] !== 'string') return false;
  return true;
}

type Key = keyof typeof opSchema.shape;
type Always = 'id' | 'replica' | 'hlc' | 'actor' | 'entity' | 'field' | 'value' | 'parents';

/** Every key that need not be there: one that the schema gains has to be told here too, or this does not compile. */
const MAY_BE_THERE: Record<Exclude<Key, Always>, (value: unknown) => boolean> = {
  source: isText,
  handOut: isText,
  file: isText,
  group: isText,
  saw: isTexts,
  reset: value => value === true,
  undoes: isText,
  restores: isText,
  restoredParents: isTexts,
  kind: () => false,
};

/** Any other is a newer version's and stays, but for the one that zod drops. */
const OPTIONAL = new Map<string, (value: unknown) => boolean>([
  ...Object.entries(MAY_BE_THERE),
  ['__proto__', () => false],
]);

/** Of exactly its two keys: the schema drops others. */
function isClock(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return false;
  const { time, count } = value as Record<string, unknown>;
  return isWhole(time) && isWhole(count) && Object.keys(value).length === 2;
}

const isWhole = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0;
