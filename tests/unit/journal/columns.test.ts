import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packColumns } from '../../../lib/journal/pack-columns';
import { readOp } from '../../../lib/journal/read-op';
import { unpackColumns } from '../../../lib/journal/unpack-columns';
import { type OpEnvelope, opSchema } from '../../../lib/model/op';
import { anyOp, oddOp } from './any-record';
import { RUNS, SEED } from './properties';

/** As off a disk: what JSON cannot say is gone. */
const fromJson = fc.oneof({ weight: 3, arbitrary: anyOp }, oddOp).map(record => {
  try {
    return JSON.parse(JSON.stringify(record)) as OpEnvelope;
  } catch {
    return { id: '0'.repeat(32), replica: 'x', hlc: { time: 0, count: 0 } };
  }
});

/** Some of the ops answer one another, as those of one file do. */
const logs = fc
  .tuple(fc.array(fromJson, { maxLength: 12 }), fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { maxLength: 8 }))
  .map(([records, links]) => {
    for (const [from, to] of links) {
      const [op, other] = [records[from], records[to]];
      if (Array.isArray(op?.parents) && typeof other?.id === 'string') op.parents.push(other.id);
    }
    return records;
  });

describe('ops as columns', () => {
  it('are the same ops again, those of newer versions and damaged ones too', () => {
    fc.assert(
      fc.property(logs, records => {
        expect(unpackColumns(packColumns(records))).toEqual(records);
      }),
      { numRuns: RUNS, seed: SEED },
    );
  });

  it('stand in the order of the schema, so that packed again they give the same bytes', () => {
    fc.assert(
      fc.property(fc.array(anyOp, { maxLength: 6 }), ops => {
        const written = ops.map(({ mood: _newer, ...op }) => opSchema.parse(op));
        const again = unpackColumns(packColumns(written));
        expect(JSON.stringify(again)).toBe(JSON.stringify(written));
        expect(packColumns(again as OpEnvelope[])).toEqual(packColumns(written));
      }),
      { seed: SEED },
    );
  });

  it('when damaged are no columns, or records that can be judged', () => {
    const damage = fc.tuple(fc.nat(), fc.constantFrom('', '-', '9', 'null', '{}', '"', '[', '],['));
    let read = 0;
    fc.assert(
      fc.property(logs, fc.array(damage, { minLength: 1, maxLength: 2 }), (records, cuts) => {
        let text = new TextDecoder().decode(packColumns(records));
        for (const [at, put] of cuts) text = text.slice(0, at % text.length) + put + text.slice((at % text.length) + 1);
        let found: unknown[];
        try {
          found = unpackColumns(new TextEncoder().encode(text));
        } catch (thrown) {
          expect(thrown).toBeInstanceOf(Error);
          return;
        }
        read++;
        for (const record of found) expect(['op', 'newer', 'none']).toContain(readOp(record).kind);
      }),
      { numRuns: RUNS, seed: SEED },
    );
    expect(read).toBeGreaterThan(0);
  });

  it('name another op of the same file by its place', () => {
    const op = (id: string, parents: string[]) => ({
      id: id.repeat(32),
      replica: 'abcd1234',
      hlc: { time: 1, count: 0 },
      actor: '李明',
      entity: 'campaign',
      field: 'name',
      value: '平安',
      parents,
    });
    const bytes = packColumns([op('a', []), op('b', ['a'.repeat(32)]), op('c', ['d'.repeat(32), 'b'.repeat(32)])]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(`"parents":[[],0,["${'d'.repeat(32)}",1]]`);
    expect(text.match(/李明/g)).toHaveLength(1);
  });
});
