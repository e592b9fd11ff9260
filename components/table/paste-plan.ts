import type { CellPosition, CellRange } from '../../lib/model/address';
import type { MergeIndex } from './merge-index';
import type { TextBlock } from './pasted-block';
import { samePosition } from './selection';

export interface PasteGround {
  rowCount: number;
  columnCount: number;
  merges: MergeIndex;
  isReadOnly(position: CellPosition): boolean;
}

export interface PastePlan {
  cells: { position: CellPosition; text: string }[];
  /** Texts that found no place: formula cells, covered by a merge, beyond the sheet. */
  readOnly: number;
  noPlace: number;
}

/** Where each text of a pasted block goes. One single text fills the whole selection, as in Excel. */
export function planPaste(block: TextBlock, target: CellRange, ground: PasteGround): PastePlan {
  const single = block.length === 1 && block[0]!.length === 1;
  if (single) return fillSelection(block[0]![0]!, target, ground);
  const byPlace = place(block, target, ground, straight);
  if (byPlace.noPlace === 0) return byPlace;
  // The target's merges differ from the source's: then one row of the block goes into one drawn row of cells.
  const byCell = place(block, target, ground, cellByCell);
  return byCell.noPlace < byPlace.noPlace ? byCell : byPlace;
}

type Stepping = (block: TextBlock, target: CellRange, ground: PasteGround) => (CellPosition | null)[][];

function place(block: TextBlock, target: CellRange, ground: PasteGround, stepping: Stepping): PastePlan {
  const plan: PastePlan = { cells: [], readOnly: 0, noPlace: 0 };
  const places = stepping(block, target, ground);
  for (const [y, row] of block.entries()) {
    for (const [x, text] of row.entries()) {
      const position = places[y]![x]!;
      if (!position) {
        if (text !== '') plan.noPlace++;
      } else if (ground.isReadOnly(position)) {
        plan.readOnly++;
      } else {
        plan.cells.push({ position, text });
      }
    }
  }
  return plan;
}

function straight(block: TextBlock, target: CellRange, ground: PasteGround): (CellPosition | null)[][] {
  return block.map((row, y) =>
    row.map((_, x) => {
      const position = { row: target.top + y, column: target.left + x };
      const inside = position.row < ground.rowCount && position.column < ground.columnCount;
      return inside && samePosition(ground.merges.anchor(position), position) ? position : null;
    }),
  );
}

function cellByCell(block: TextBlock, target: CellRange, ground: PasteGround): (CellPosition | null)[][] {
  let row = target.top;
  return block.map(texts => {
    const inside = row < ground.rowCount;
    let column = target.left;
    const places = texts.map(() => {
      if (!inside || column >= ground.columnCount) return null;
      const position = ground.merges.anchor({ row, column });
      column = (ground.merges.at(position)?.right ?? column) + 1;
      return position.row < target.top ? null : position;
    });
    row = (ground.merges.at({ row, column: target.left })?.bottom ?? row) + 1;
    return places;
  });
}

function fillSelection(text: string, target: CellRange, ground: PasteGround): PastePlan {
  const plan: PastePlan = { cells: [], readOnly: 0, noPlace: 0 };
  for (let row = target.top; row <= target.bottom; row++) {
    for (let column = target.left; column <= target.right; column++) {
      const position = { row, column };
      if (!samePosition(ground.merges.anchor(position), position)) continue;
      if (ground.isReadOnly(position)) plan.readOnly++;
      else plan.cells.push({ position, text });
    }
  }
  return plan;
}
