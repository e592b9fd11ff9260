import type { CellGrid } from '../../model/cells';
import { matchKey } from '../../model/text';
import type { BaseSheet, MergeBase } from './merge-base';

/** Cells that are looked at to recognise a renamed sheet. */
const SAMPLED_CELLS = 20_000;
const SAME_SHEET = 0.5;

/** Which returned sheet is which of ours: by name, and where a name is gone or stands on other cells, by what is in it. */
export function matchSheets(base: MergeBase, returned: readonly CellGrid[]): Map<BaseSheet, CellGrid> {
  const matched = new Map<BaseSheet, CellGrid>();
  const free = new Set(returned);
  const texts = new Map<CellGrid, ReadonlySet<string>>();
  const textsOf = (grid: CellGrid) => {
    const known = texts.get(grid) ?? sampledTexts(grid);
    texts.set(grid, known);
    return known;
  };
  const likeness = (sheet: BaseSheet, grid: CellGrid) => share(textsOf(sheet.grid.grid), textsOf(grid));
  const take = (sheet: BaseSheet, grid: CellGrid) => {
    matched.set(sheet, grid);
    free.delete(grid);
  };
  for (const sheet of base.sheets) {
    const named = [...free].find(grid => grid.name.trim() === sheet.grid.grid.name.trim());
    if (!named) continue;
    // Cut down to a department's few rows, little of ours is there, and nearly all that is there is ours.
    const isLike = () =>
      Math.max(likeness(sheet, named), share(textsOf(named), textsOf(sheet.grid.grid))) >= SAME_SHEET;
    if (sheet.tables.length === 0 || isLike()) take(sheet, named);
  }
  for (const sheet of base.sheets) {
    if (matched.has(sheet) || textsOf(sheet.grid.grid).size === 0) continue;
    const ranked = [...free]
      .map(grid => ({ grid, likeness: likeness(sheet, grid) }))
      .sort((a, b) => b.likeness - a.likeness);
    const [best, second] = ranked;
    // Two copies of one sheet in a workbook: which one was meant is not ours to say.
    if (best && best.likeness >= SAME_SHEET && best.likeness - (second?.likeness ?? 0) > 0.05) take(sheet, best.grid);
  }
  return matched;
}

function sampledTexts(grid: CellGrid): ReadonlySet<string> {
  const texts = new Set<string>();
  let cells = 0;
  for (let row = 0; row < grid.rowCount && cells < SAMPLED_CELLS; row++) {
    for (const column of grid.filledColumns(row)) {
      cells++;
      const cell = grid.cell(row, column);
      if (cell?.kind === 'text') texts.add(matchKey(cell.text));
    }
  }
  texts.delete('');
  return texts;
}

function share(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): number {
  if (ours.size === 0) return 0;
  let shared = 0;
  for (const text of ours) if (theirs.has(text)) shared++;
  return shared / ours.size;
}
