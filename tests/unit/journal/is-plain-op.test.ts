import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isPlainOp } from '../../../lib/journal/is-plain-op';
import { opSchema } from '../../../lib/model/op';
import { anyOp, ODD, oddOp } from './any-record';

describe('an op known without its schema', () => {
  it('is one that the schema accepts and leaves as it is', () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.oneof(oddOp, fc.constantFrom(...ODD)), record => {
        if (!isPlainOp(record)) return;
        accepted++;
        const read = opSchema.safeParse(record);
        expect(read.success && read.data).toEqual(record);
        expect(Object.keys(read.data ?? {}).sort()).toEqual(Object.keys(record).sort());
      }),
      { numRuns: 5_000 },
    );
    expect(accepted).toBeGreaterThan(200);
  });

  it('is every op as one is written', () => {
    fc.assert(
      fc.property(anyOp, record => {
        expect(isPlainOp(JSON.parse(JSON.stringify(record)))).toBe(true);
      }),
    );
  });
});
