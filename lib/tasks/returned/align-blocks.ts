import { lastOf } from '../../model/last';
import type { ColumnMap } from './align-columns';
import type { BaseBlock, BaseTable } from './merge-base';
import type { MergedGrid } from './merged-grid';
import { similarity } from './text-similarity';

/** Rows (0-based) of the returned sheet that begin with a text in the column by which indicators are told. */
export interface ReturnedBlock {
  top: number;
  bottom: number;
  key: string;
}

export interface AlignedBlocks {
  /** By the block's place in `table.blocks`. */
  pairs: ReadonlyMap<number, ReturnedBlock>;
  /** Rows like an indicator's that belong to none of ours; `like` is the one it may be, where that is not sure. */
  strange: readonly { block: ReturnedBlock; like: BaseBlock | null }[];
}

/** As alike as this, a reworded text is still the same indicator. */
const SAME_TEXT = 0.75;
/** And so much more than any other. */
const MARGIN = 0.15;
/** Below this, two texts have nothing to do with each other. */
const RELATED = 0.4;
/** A text as long as this, word for word the same in one row here and one row there, tells a row although its main text is new. */
const TELLING_LENGTH = 12;
/** Reworded texts are sought among this many at most: the work grows with both. */
const MOST_COMPARED = 400;

/**
 * Which rows of the returned sheet are which indicator: by its text, wherever it stands now; where that does not decide, by
 * the invisible mark of the row, by its other printed texts, and by likeness. What stays unsure is not paired.
 */
export function alignBlocks(
  table: BaseTable,
  base: MergedGrid,
  returned: MergedGrid,
  columns: ColumnMap,
  marks: ReadonlyMap<number, number>,
): AlignedBlocks {
  const candidates = returnedBlocks(table, returned, columns);
  const open = new Set(candidates.keys());
  const pairs = new Map<number, ReturnedBlock>();
  const pair = (index: number, candidate: number) => {
    pairs.set(index, candidates[candidate]!);
    open.delete(candidate);
  };
  const candidateAt = new Map(candidates.map((candidate, index) => [candidate.top, index]));

  const byKey = groupBy([...candidates.keys()], index => candidates[index]!.key);
  const oursByKey = groupBy([...table.blocks.keys()], index => table.blocks[index]!.identity);
  for (const [key, ours] of oursByKey) {
    const theirs = byKey.get(key) ?? [];
    if (ours.length === 1 && theirs.length === 1) pair(ours[0]!, theirs[0]!);
    else if (theirs.length > 0) pairTwins(ours, theirs);
  }
  for (const [index, block] of table.blocks.entries()) {
    const marked = pairs.has(index) ? undefined : candidateAt.get(marks.get(block.top) ?? -1);
    if (marked === undefined || !open.has(marked)) continue;
    // Sorting moves texts and leaves marks behind: a mark counts where the text at least resembles.
    if (similarity(block.identity, candidates[marked]!.key) >= RELATED) pair(index, marked);
  }
  pairReworded();
  pairByOtherTexts();
  const left = table.blocks.filter((_, index) => !pairs.has(index)).slice(0, MOST_COMPARED);
  const strange = [...open].map(index => ({ block: candidates[index]!, like: mostLike(candidates[index]!.key, left) }));
  return { pairs, strange };

  /** Several indicators of one text: by their marks, else by all that is printed beside, else not at all. */
  function pairTwins(ours: readonly number[], theirs: readonly number[]): void {
    const rest = new Set(theirs);
    const unsure = ours.filter(index => {
      const marked = candidateAt.get(marks.get(table.blocks[index]!.top) ?? -1);
      if (marked === undefined || !rest.has(marked)) return true;
      rest.delete(marked);
      pair(index, marked);
      return false;
    });
    const printed = (grid: MergedGrid, row: number, map: (column: number) => number | undefined) =>
      table.fixedColumns.map(column => grid.key(row, map(column) ?? -1)).join('\u0000');
    const signatures = groupBy(unsure, index => printed(base, table.blocks[index]!.top, column => column));
    const others = groupBy([...rest], index =>
      printed(returned, candidates[index]!.top, column => columns.get(column)),
    );
    for (const [signature, here] of signatures) {
      const there = others.get(signature) ?? [];
      if (here.length === 1 && there.length === 1) pair(here[0]!, there[0]!);
    }
  }

  function pairReworded(): void {
    const ours = [...table.blocks.keys()].filter(index => !pairs.has(index));
    const theirs = [...open];
    if (ours.length === 0 || theirs.length === 0 || ours.length * theirs.length > MOST_COMPARED ** 2) return;
    const alike = ours.map(index =>
      theirs.map(candidate => similarity(table.blocks[index]!.identity, candidates[candidate]!.key)),
    );
    ours.forEach((index, row) => {
      theirs.forEach((candidate, column) => {
        const value = alike[row]![column]!;
        const rivals = [
          ...alike[row]!.filter((_, other) => other !== column),
          ...alike.filter((_, other) => other !== row).map(line => line[column]!),
        ];
        const nearest = rivals.reduce((most, rival) => Math.max(most, rival), 0);
        if (value >= SAME_TEXT && value - nearest >= MARGIN) pair(index, candidate);
      });
    });
  }

  /** The main text was written anew, and another long text of the row was not. */
  function pairByOtherTexts(): void {
    const others = [...table.fixedColumns, ...table.answerColumns];
    const ours = [...table.blocks.entries()].filter(([index]) => !pairs.has(index));
    const here = groupBy(
      ours.flatMap(([index, { top, identityColumn }]) =>
        tellingTexts(
          base,
          top,
          others.filter(column => column !== identityColumn),
        ).map(text => ({ index, text })),
      ),
      ({ text }) => text,
    );
    const there = groupBy(
      [...open].flatMap(index =>
        tellingTexts(
          returned,
          candidates[index]!.top,
          others.map(column => columns.get(column)),
        ).map(text => ({ index, text })),
      ),
      ({ text }) => text,
    );
    for (const [text, [one, ...more]] of here) {
      const [other, ...others] = there.get(text) ?? [];
      if (!one || !other || more.length > 0 || others.length > 0) continue;
      if (!pairs.has(one.index) && open.has(other.index)) pair(one.index, other.index);
    }
  }
}

/** Texts of the given columns in these rows, long enough to tell a row by. */
function tellingTexts(grid: MergedGrid, row: number, columns: readonly (number | undefined)[]): string[] {
  return columns.flatMap(column => {
    if (column === undefined || !grid.isAnchor(row, column)) return [];
    const key = grid.key(row, column);
    return key.length >= TELLING_LENGTH ? [key] : [];
  });
}

function mostLike(key: string, blocks: readonly BaseBlock[]): BaseBlock | null {
  let best: { block: BaseBlock; value: number } | null = null;
  for (const block of blocks) {
    const value = similarity(block.identity, key);
    if (value >= RELATED && value > (best?.value ?? 0)) best = { block, value };
  }
  return best?.block ?? null;
}

/** Rows below a text that stand empty in its column belong to it, up to the next text. */
function returnedBlocks(table: BaseTable, returned: MergedGrid, columns: ColumnMap): ReturnedBlock[] {
  const identityColumns = new Set(table.blocks.map(block => columns.get(block.identityColumn)));
  const heights = new Map<string, number>();
  for (const { identity, top, bottom } of table.blocks) {
    heights.set(identity, Math.max(heights.get(identity) ?? 1, bottom - top + 1));
  }
  const blocks: ReturnedBlock[] = [];
  for (const column of identityColumns) {
    if (column === undefined) continue;
    const { rowCount } = returned.grid;
    for (let row = 0; row < rowCount; row++) {
      if (!returned.isAnchor(row, column)) continue;
      const key = returned.key(row, column);
      if (key === '') continue;
      const bottom = returned.mergeAt(row, column)?.bottom ?? row;
      const before = lastOf(blocks);
      // An indicator of several rows may have its text printed in each of them.
      if (before?.key === key && before.bottom === row - 1 && bottom - before.top < (heights.get(key) ?? 1)) {
        before.bottom = bottom;
      } else blocks.push({ top: row, bottom, key });
    }
  }
  blocks.sort((a, b) => a.top - b.top);
  // A row may begin with the text of one column and hold that of another: what is known decides.
  const knownTops = new Set(blocks.filter(block => heights.has(block.key)).map(block => block.top));
  return blocks.filter(block => heights.has(block.key) || !knownTops.has(block.top));
}

function groupBy<T>(list: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
