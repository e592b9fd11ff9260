import fc from 'fast-check';
import { opSchema } from '../../../lib/model/op';

const ids = fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: 32, maxLength: 32 });
const text = fc.string({ maxLength: 4 });
/** An op of any author, version and content, with a key that only a newer version knows. */
export const anyOp = fc.record(
  {
    id: ids,
    replica: fc.string({ minLength: 1, maxLength: 4 }),
    hlc: fc.record({ time: fc.nat(), count: fc.nat() }),
    actor: text,
    entity: fc.string({ minLength: 1, maxLength: 4 }),
    field: fc.string({ minLength: 1, maxLength: 4 }),
    value: fc.oneof(text, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constant(null)),
    parents: fc.array(ids, { maxLength: 2 }),
    source: text,
    handOut: text,
    file: text,
    group: text,
    saw: fc.array(ids, { maxLength: 2 }),
    reset: fc.constant(true),
    undoes: ids,
    restores: ids,
    restoredParents: fc.array(ids, { maxLength: 2 }),
    mood: fc.jsonValue(),
  },
  { requiredKeys: ['id', 'replica', 'hlc', 'actor', 'entity', 'field', 'value', 'parents'] },
);

/** What a damaged, hostile or newer log holds in place of a value, `undefined` for none. */
export const ODD = [
  undefined,
  null,
  '',
  'x',
  '0'.repeat(32),
  'A'.repeat(32),
  `${'0'.repeat(32)}\n`,
  0,
  -0,
  -1,
  0.5,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  true,
  false,
  [],
  ['x', 1],
  new Array(2),
  {},
  { time: 1 },
  { time: 1, count: 0, more: 1 },
  { time: 1, count: 1.5 },
  { time: -1, count: 0 },
  Object.assign(Object.create({ inherited: 1 }), { time: 1, count: 0 }),
  new Date(0),
  1n,
  () => 'x',
];
const KEYS = [...Object.keys(opSchema.shape), '__proto__', 'constructor', 'toString', 'else'];

/** An op in which some keys hold something else, or are gone. */
export const oddOp = fc
  .tuple(anyOp, fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.constantFrom(...ODD), fc.boolean()), { maxLength: 3 }))
  .map(([plain, changes]) => {
    const record: Record<string, unknown> = { ...plain };
    for (const [key, value, isGone] of changes) {
      if (isGone) delete record[key];
      else Object.defineProperty(record, key, { value, enumerable: true, writable: true, configurable: true });
    }
    return record;
  });
