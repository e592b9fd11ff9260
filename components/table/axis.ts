/**
 * Sizes along one axis of a sheet (row heights or column widths), with their prefix sums in a Fenwick tree: an edit that
 * makes one row taller costs O(log n), also in a sheet of a million rows.
 */
export class Axis {
  private readonly sizes: Float64Array;
  private readonly tree: Float64Array;
  private readonly topBit: number;
  private sum = 0;

  constructor(
    readonly count: number,
    sizeOf: (index: number) => number,
  ) {
    this.sizes = new Float64Array(count);
    this.tree = new Float64Array(count + 1);
    this.topBit = count === 0 ? 0 : 2 ** Math.floor(Math.log2(count));
    for (let index = 0; index < count; index++) {
      const size = sizeOf(index);
      this.sizes[index] = size;
      this.sum += size;
      const node = index + 1;
      this.tree[node]! += size;
      const parent = node + (node & -node);
      if (parent <= count) this.tree[parent]! += this.tree[node]!;
    }
  }

  get total(): number {
    return this.sum;
  }

  size(index: number): number {
    return this.sizes[index] ?? 0;
  }

  /** Where `index` begins; offset(count) is the total. */
  offset(index: number): number {
    let distance = 0;
    for (let node = Math.min(index, this.count); node > 0; node -= node & -node) distance += this.tree[node]!;
    return distance;
  }

  /** The distance covered by first…last, both included. */
  span(first: number, last: number): number {
    return this.offset(last + 1) - this.offset(first);
  }

  resize(index: number, size: number): void {
    const change = size - this.sizes[index]!;
    if (change === 0) return;
    this.sizes[index] = size;
    this.sum += change;
    for (let node = index + 1; node <= this.count; node += node & -node) this.tree[node]! += change;
  }

  /** The index that covers `distance`; hidden ones (size 0) are never hit. Clamped to the axis. */
  indexAt(distance: number): number {
    if (this.count === 0 || distance <= 0) return this.nextVisible(-1, 1) ?? 0;
    let node = 0;
    let rest = distance;
    for (let bit = this.topBit; bit > 0; bit = Math.floor(bit / 2)) {
      const next = node + bit;
      if (next <= this.count && this.tree[next]! <= rest) {
        node = next;
        rest -= this.tree[next]!;
      }
    }
    if (node < this.count) return node;
    return this.nextVisible(this.count, -1) ?? this.count - 1;
  }

  /** The nearest index beyond `from` that can be seen, or null at the end. */
  nextVisible(from: number, step: 1 | -1): number | null {
    for (let index = from + step; index >= 0 && index < this.count; index += step) {
      if (this.sizes[index]! > 0) return index;
    }
    return null;
  }
}
