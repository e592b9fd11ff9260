import Big from 'big.js';

/** Of so many digits every decimal has a double of its own, so that the shortest form of a number is known without writing it. */
const UNIQUE = 1e15;
const TENS = [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000] as const;
const MOST_PLACES = TENS.length - 1;

const ten = (places: number): number => TENS[places]!;

/** Above that a product or an aligned sum may have lost digits, and big.js calculates. */
const isExact = (units: number): boolean => Math.abs(units) <= Number.MAX_SAFE_INTEGER;

export type Rounding = 'down' | 'half-up' | 'up';
const BIG_ROUNDING = { down: Big.roundDown, 'half-up': Big.roundHalfUp, up: Big.roundUp } as const;

/**
 * An exact decimal that never changes: whole units of 10^-places, as points nearly always are, and big.js where they do not
 * fit (thirds, more than eight places, sixteen digits). Rules are evaluated a hundred thousand times while somebody types;
 * big.js alone takes most of that time.
 */
export class Decimal {
  private constructor(
    private readonly units: number,
    private readonly places: number,
    /** Set where `units` cannot hold it. */
    private readonly big: Big | null,
  ) {}

  /** JSON numbers hold the shortest form of what was printed, and that form is meant: 0.1 × 3 is 0.3. Throws for what is no finite number. */
  static of(value: number): Decimal {
    for (let places = 0; places <= MOST_PLACES; places++) {
      const units = Math.round(value * ten(places));
      if (Math.abs(units) >= UNIQUE) break;
      if (units / ten(places) === value) return new Decimal(units + 0, places, null);
    }
    return Decimal.ofBig(new Big(value));
  }

  private static ofBig(value: Big): Decimal {
    return new Decimal(0, 0, value);
  }

  private static from(value: Decimal | number): Decimal {
    return typeof value === 'number' ? Decimal.of(value) : value;
  }

  plus(value: Decimal | number): Decimal {
    const other = Decimal.from(value);
    if (!this.big && !other.big) {
      const places = Math.max(this.places, other.places);
      const [own, others] = [this.at(places), other.at(places)];
      if (isExact(own) && isExact(others) && isExact(own + others)) return new Decimal(own + others + 0, places, null);
    }
    return Decimal.ofBig(this.toBig().plus(other.toBig()));
  }

  minus(value: Decimal | number): Decimal {
    return this.plus(Decimal.from(value).neg());
  }

  neg(): Decimal {
    return this.big ? Decimal.ofBig(this.big.neg()) : new Decimal(0 - this.units, this.places, null);
  }

  times(value: Decimal | number): Decimal {
    const other = Decimal.from(value);
    if (!this.big && !other.big) {
      const units = this.units * other.units;
      const places = this.places + other.places;
      if (isExact(units) && places <= MOST_PLACES) return new Decimal(units + 0, places, null);
    }
    return Decimal.ofBig(this.toBig().times(other.toBig()));
  }

  /** To twenty places where it does not end before. Throws for a zero `value`. */
  div(value: Decimal | number): Decimal {
    const other = Decimal.from(value);
    if (!this.big && !other.big && other.units !== 0) {
      const places = Math.max(this.places, other.places);
      const divisor = other.at(places);
      for (let more = 0; more <= MOST_PLACES; more++) {
        const dividend = this.at(places) * ten(more);
        if (!isExact(dividend) || !isExact(divisor)) break;
        if (dividend % divisor === 0) return new Decimal(dividend / divisor + 0, more, null);
      }
    }
    return Decimal.ofBig(this.toBig().div(other.toBig()));
  }

  /** Half up and up go away from zero. */
  round(places: number, rounding: Rounding): Decimal {
    if (this.big) return Decimal.ofBig(this.big.round(places, BIG_ROUNDING[rounding]));
    if (this.places <= places) return this;
    const unit = ten(this.places - places);
    const size = Math.abs(this.units);
    const rest = size % unit;
    const up = rounding === 'up' ? rest > 0 : rounding === 'half-up' && rest * 2 >= unit;
    const rounded = (size - rest) / unit + (up ? 1 : 0);
    return new Decimal(this.units < 0 ? 0 - rounded : rounded, places, null);
  }

  lt(value: Decimal | number): boolean {
    return this.compare(value) < 0;
  }

  lte(value: Decimal | number): boolean {
    return this.compare(value) <= 0;
  }

  gt(value: Decimal | number): boolean {
    return this.compare(value) > 0;
  }

  gte(value: Decimal | number): boolean {
    return this.compare(value) >= 0;
  }

  eq(value: Decimal | number): boolean {
    return this.compare(value) === 0;
  }

  /** The number next to it; never −0. */
  toNumber(): number {
    return this.big ? this.big.toNumber() + 0 : this.units / ten(this.places);
  }

  /** Negative, zero or positive. */
  private compare(value: Decimal | number): number {
    const other = Decimal.from(value);
    if (!this.big && !other.big) {
      const places = Math.max(this.places, other.places);
      const [own, others] = [this.at(places), other.at(places)];
      if (isExact(own) && isExact(others)) return own - others;
    }
    return this.toBig().cmp(other.toBig());
  }

  /** Whole units of so many places; exact up to EXACT. */
  private at(places: number): number {
    return this.units * ten(places - this.places);
  }

  private toBig(): Big {
    return this.big ?? new Big(this.units).div(ten(this.places));
  }
}
