import { type CellRange, MAX_COLUMNS, MAX_ROWS, rangeContains } from '../../model/address';
import type { FormulaNode, Reference } from './formula-ast';

/** A cell of the whole book in one number: sheet (11 bits), row (20 bits), column (14 bits). */
export function cellKey(sheet: number, row: number, column: number): number {
  return (sheet * MAX_ROWS + row) * MAX_COLUMNS + column;
}

export function fromCellKey(key: number): { sheet: number; row: number; column: number } {
  const column = key % MAX_COLUMNS;
  const rest = (key - column) / MAX_COLUMNS;
  const row = rest % MAX_ROWS;
  return { sheet: (rest - row) / MAX_ROWS, row, column };
}

export interface SheetArea {
  sheet: number;
  range: CellRange;
}

/** What one formula reads. `anything`: its text does not tell (INDIRECT, table columns, a name we cannot follow). */
export interface Precedents {
  areas: SheetArea[];
  anything: boolean;
}

const READS_ANYWHERE: ReadonlySet<string> = new Set(['INDIRECT', 'OFFSET']);
const NAME_DEPTH = 8;

/** `node` is null for a formula that could not be parsed. */
export function precedentsOf(
  node: FormulaNode | null,
  resolve: (reference: Reference) => SheetArea | null,
  nameOf: (name: string, sheet: string | null) => FormulaNode | null,
): Precedents {
  const found: Precedents = { areas: [], anything: false };
  visit(node, 0);
  return found;

  function visit(current: FormulaNode | null, names: number): void {
    if (!current || names > NAME_DEPTH) {
      found.anything = true;
      return;
    }
    switch (current.kind) {
      case 'reference': {
        const area = resolve(current.reference);
        if (area) found.areas.push(area);
        return;
      }
      case 'name':
        visit(nameOf(current.name, current.sheet), names + 1);
        return;
      case 'call':
        if (READS_ANYWHERE.has(current.name)) found.anything = true;
        for (const arg of current.args) visit(arg, names);
        return;
      case 'binary':
        visit(current.left, names);
        visit(current.right, names);
        return;
      case 'negate':
      case 'percent':
        visit(current.operand, names);
    }
  }
}

/** Steps after which the search gives up: about a second. */
const MAX_STEPS = 10_000_000;

export interface Dependants {
  /** Indexes of formulas to compute again, each after those it reads. */
  inOrder: number[];
  /** Indexes of formulas that read a changed cell, but cannot be put in order: circular, or too many. */
  unordered: number[];
}

/**
 * The formulas that read a changed cell, directly or through others.
 * @param outputs the cells that formula i gives its values to: one, or the area of an array formula
 * @param stale indexes of formulas to compute again in any case
 */
export function findDependants(
  changed: Iterable<number>,
  precedents: readonly Precedents[],
  outputs: readonly (readonly number[])[],
  stale: readonly number[] = [],
): Dependants {
  const readers = new ReaderIndex(precedents);
  const dirty = new Set<number>();
  const queue: number[] = [...changed];
  const waitsFor = new Map<number, number>();
  const edges = new Map<number, number[]>();
  const mark = (formula: number) => {
    if (dirty.has(formula)) return;
    dirty.add(formula);
    for (const output of outputs[formula]!) queue.push(output);
  };
  if (queue.length === 0 && stale.length === 0) return { inOrder: [], unordered: [] };

  const writer = new Map<number, number>();
  outputs.forEach((cells, formula) => {
    for (const cell of cells) writer.set(cell, formula);
  });
  precedents.forEach(({ anything }, formula) => {
    if (anything) mark(formula);
  });
  for (const formula of stale) mark(formula);
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    const from = writer.get(key);
    for (const reader of readers.of(key)) {
      mark(reader);
      if (from === undefined) continue;
      waitsFor.set(reader, (waitsFor.get(reader) ?? 0) + 1);
      const targets = edges.get(from);
      if (targets) targets.push(reader);
      else edges.set(from, [reader]);
    }
    if (readers.steps > MAX_STEPS) return { inOrder: [], unordered: precedents.map((_, formula) => formula) };
  }
  return putInOrder(dirty, waitsFor, edges);
}

function putInOrder(
  dirty: ReadonlySet<number>,
  waitsFor: Map<number, number>,
  edges: ReadonlyMap<number, readonly number[]>,
): Dependants {
  const inOrder: number[] = [...dirty].filter(formula => !waitsFor.get(formula));
  for (let at = 0; at < inOrder.length; at++) {
    for (const reader of edges.get(inOrder[at]!) ?? []) {
      const left = waitsFor.get(reader)! - 1;
      waitsFor.set(reader, left);
      if (left === 0) inOrder.push(reader);
    }
  }
  const ordered = new Set(inOrder);
  return { inOrder, unordered: [...dirty].filter(formula => !ordered.has(formula)) };
}

interface ReadArea {
  range: CellRange;
  readers: number[];
}

/** Areas over more columns than this are looked at for every cell of the sheet. */
const NARROW = 16;

/** Who reads a cell: single cells by key, areas by the columns they lie in, equal areas once. */
class ReaderIndex {
  steps = 0;
  private readonly single = new Map<number, number[]>();
  private readonly narrow = new Map<number, ReadArea[]>();
  private readonly wide = new Map<number, ReadArea[]>();
  private readonly known = new Map<string, ReadArea>();

  constructor(precedents: readonly Precedents[]) {
    precedents.forEach(({ areas }, formula) => {
      for (const { sheet, range } of areas) {
        if (range.top === range.bottom && range.left === range.right) {
          append(this.single, cellKey(sheet, range.top, range.left), formula);
        } else this.addArea(sheet, range, formula);
      }
    });
  }

  *of(key: number): Iterable<number> {
    yield* this.single.get(key) ?? [];
    const { sheet, row, column } = fromCellKey(key);
    for (const areas of [this.narrow.get(cellKey(sheet, 0, column)), this.wide.get(sheet)]) {
      this.steps += areas?.length ?? 0;
      for (const { range, readers } of areas ?? []) {
        if (!rangeContains(range, { row, column })) continue;
        this.steps += readers.length;
        yield* readers;
      }
    }
  }

  private addArea(sheet: number, range: CellRange, formula: number): void {
    const name = `${sheet}:${range.top},${range.left},${range.bottom},${range.right}`;
    const known = this.known.get(name);
    if (known) {
      known.readers.push(formula);
      return;
    }
    const area = { range, readers: [formula] };
    this.known.set(name, area);
    if (range.right - range.left >= NARROW) append(this.wide, sheet, area);
    else
      for (let column = range.left; column <= range.right; column++)
        append(this.narrow, cellKey(sheet, 0, column), area);
  }
}

function append<T>(map: Map<number, T[]>, key: number, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
