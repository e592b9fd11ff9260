import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BitWriter } from '../../../../lib/workbook/splice/bit-writer';

const bitsOf = (bytes: Uint8Array): string =>
  [...bytes].map(byte => byte.toString(2).padStart(8, '0').split('').reverse().join('')).join('');

describe('a bit writer', () => {
  it('copies any run of bits to any bit, and clears what it has written', () => {
    const run = fc.record({
      bytes: fc.uint8Array({ minLength: 1, maxLength: 40 }),
      from: fc.nat(300),
      to: fc.nat(300),
      lead: fc.nat(9),
    });
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 6 }), fc.nat(), (runs, cleared) => {
        const writer = new BitWriter(4);
        let expected = '';
        for (const { bytes, from, to, lead } of runs) {
          const [start, end] = [from, to].map(bit => bit % (bytes.length * 8 + 1)).sort((a, b) => a - b) as [
            number,
            number,
          ];
          writer.write(2 ** lead - 1, lead);
          writer.copy(bytes, start, end);
          expected += '1'.repeat(lead) + bitsOf(bytes).slice(start, end);
        }
        if (expected) {
          const at = cleared % expected.length;
          writer.clear(at);
          expected = `${expected.slice(0, at)}0${expected.slice(at + 1)}`;
        }
        expect(writer.bitLength).toBe(expected.length);
        expect(bitsOf(writer.finish())).toBe(expected.padEnd(Math.ceil(expected.length / 8) * 8, '0'));
      }),
      { numRuns: 2_000 },
    );
  });
});
