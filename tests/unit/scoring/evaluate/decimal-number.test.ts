import Big from 'big.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../../lib/scoring/evaluate/decimal-number';

/** What stands in tables, what sums of them come to, and what fits in no whole units. */
const number = fc.oneof(
  fc.integer({ min: -1_000, max: 1_000 }),
  fc.integer({ min: -100_000, max: 100_000 }).map(units => units / 100),
  fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }).map(units => units / 10_000_000),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
  fc.constantFrom(0, -0, 0.1, 1 / 3, 2 / 3, 1e-9, 5e-324, 1e15, 2 ** 53, -(2 ** 53), 999_999_999_999_999, 0.005, 1e21),
);
const step = fc.record({ operation: fc.constantFrom('plus', 'minus', 'times', 'div'), by: number });
const BIG_ROUNDING = { down: Big.roundDown, 'half-up': Big.roundHalfUp, up: Big.roundUp };

describe('decimals', () => {
  it('come out as those of big.js, whatever is calculated with them', () => {
    fc.assert(
      fc.property(number, fc.array(step, { maxLength: 4 }), number, (start, steps, other) => {
        let own = Decimal.of(start);
        let big = new Big(start);
        for (const { operation, by } of steps) {
          if (operation === 'div' && by === 0) continue;
          own = own[operation as 'plus'](by);
          big = big[operation as 'plus'](by);
        }
        same(own, big);
        same(own.neg(), big.neg());
        for (const rounding of ['down', 'half-up', 'up'] as const) {
          for (const places of [0, 2]) same(own.round(places, rounding), big.round(places, BIG_ROUNDING[rounding]));
        }
        for (const comparison of ['lt', 'lte', 'gt', 'gte', 'eq'] as const) {
          expect(own[comparison](other)).toBe(big[comparison](other));
          expect(own[comparison](own)).toBe(big[comparison](big));
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('are what was printed, not what a float is', () => {
    expect(Decimal.of(0.1).times(3).toNumber()).toBe(0.3);
    expect(Decimal.of(1.005).round(2, 'half-up').toNumber()).toBe(1.01);
    expect(Decimal.of(10).div(3).times(3).eq(10)).toBe(false);
    expect(Decimal.of(10).div(4).toNumber()).toBe(2.5);
  });

  it('throw for what is no number', () => {
    expect(() => Decimal.of(Number.NaN)).toThrow();
    expect(() => Decimal.of(Number.POSITIVE_INFINITY)).toThrow();
    expect(() => Decimal.of(1).div(0)).toThrow();
  });
});

function same(own: Decimal, big: Big): void {
  expect(own.toNumber()).toBe(big.toNumber() + 0);
}
