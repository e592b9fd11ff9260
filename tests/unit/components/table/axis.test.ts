import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Axis } from '../../../../components/table/axis';

const sizes = fc.array(fc.nat(60), { minLength: 1, maxLength: 200 });

describe('an axis', () => {
  it('adds up like a plain sum, also after sizes change', () => {
    fc.assert(
      fc.property(sizes, fc.array(fc.tuple(fc.nat(199), fc.nat(90)), { maxLength: 20 }), (start, changes) => {
        const plain = [...start];
        const axis = new Axis(plain.length, index => start[index]!);
        for (const [at, size] of changes) {
          if (at >= plain.length) continue;
          plain[at] = size;
          axis.resize(at, size);
        }
        let sum = 0;
        for (let index = 0; index <= plain.length; index++) {
          expect(axis.offset(index)).toBe(sum);
          sum += plain[index] ?? 0;
        }
        expect(axis.total).toBe(sum);
      }),
    );
  });

  it('finds the one index whose stretch covers a distance, never a hidden one', () => {
    fc.assert(
      fc.property(sizes, fc.double({ min: 0, max: 1, noNaN: true }), (plain, share) => {
        fc.pre(plain.some(size => size > 0));
        const axis = new Axis(plain.length, index => plain[index]!);
        const distance = Math.min(share * axis.total, axis.total - 1);
        const index = axis.indexAt(distance);
        expect(axis.size(index)).toBeGreaterThan(0);
        expect(axis.offset(index)).toBeLessThanOrEqual(Math.max(0, distance));
        expect(axis.offset(index + 1)).toBeGreaterThan(distance);
      }),
    );
  });

  it('ends at its last visible index beyond the end and at its first before the start', () => {
    const axis = new Axis(5, index => [0, 10, 0, 20, 0][index]!);
    expect(axis.indexAt(1000)).toBe(3);
    expect(axis.indexAt(-5)).toBe(1);
    expect(axis.nextVisible(1, 1)).toBe(3);
    expect(axis.nextVisible(3, 1)).toBeNull();
  });

  it('answers in a million rows without walking them', () => {
    let asked = 0;
    const axis = new Axis(1_000_000, () => {
      asked++;
      return 20;
    });
    const before = asked;
    for (let step = 0; step < 10_000; step++) expect(axis.indexAt(step * 1999)).toBe(Math.floor((step * 1999) / 20));
    expect(asked).toBe(before);
  });
});
