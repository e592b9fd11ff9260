/** A small seeded generator (mulberry32): the same seed gives the same pages. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  pick<T>(all: readonly T[]): T {
    return all[this.below(all.length)]!;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  shuffled<T>(all: readonly T[]): T[] {
    const left = [...all];
    const out: T[] = [];
    while (left.length) out.push(left.splice(this.below(left.length), 1)[0]!);
    return out;
  }
}
