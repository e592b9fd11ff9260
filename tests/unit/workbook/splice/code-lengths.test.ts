import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeLengths } from '../../../../lib/workbook/splice/code-lengths';
import { canonicalCodes } from '../../../../lib/workbook/splice/huffman-codes';

const cost = (weights: Uint32Array, lengths: Uint8Array): number =>
  weights.reduce((sum, w, s) => sum + w * lengths[s]!, 0);

describe('code lengths', () => {
  it('make a complete code within the limit, for every symbol that occurs and no other', () => {
    const frequencies = fc.array(fc.oneof(fc.constant(0), fc.nat(10), fc.nat(100_000)), {
      minLength: 2,
      maxLength: 286,
    });
    fc.assert(
      fc.property(frequencies, fc.constantFrom(9, 15), (counts, limit) => {
        const weights = Uint32Array.from(counts);
        const lengths = codeLengths(weights, limit);
        expect([...lengths].map(length => length > 0)).toEqual(counts.map(count => count > 0));
        expect(Math.max(...lengths)).toBeLessThanOrEqual(limit);
        expect(canonicalCodes(lengths)).not.toBeNull();
      }),
    );
  });

  it('stay within the limit where frequencies grow like Fibonacci numbers, the worst for Huffman', () => {
    const weights = new Uint32Array(40);
    weights.forEach((_, n) => {
      weights[n] = n < 2 ? 1 : weights[n - 1]! + weights[n - 2]!;
    });
    const lengths = codeLengths(weights, 15);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(15);
    expect(canonicalCodes(lengths)).not.toBeNull();
  });

  it('are the best there are without a limit', () => {
    // abracadabra: 5 + 2 + 2 + 1 + 1 → 23 bits, whatever the ties.
    const weights = Uint32Array.of(5, 2, 1, 1, 2);
    expect(cost(weights, codeLengths(weights, 15))).toBe(23);
  });
});
