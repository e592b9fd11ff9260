import type { CellPosition } from '../../lib/model/address';
import type { CellValue } from '../../lib/model/cells';
import type { ReadOnlyReason, SheetSource } from './sheet-source';

export interface CellInput {
  position: CellPosition;
  value: CellValue;
}

export type GridNotice =
  | { about: 'read-only'; reason: ReadOnlyReason; position: CellPosition }
  | { about: 'pasted'; cells: number; readOnly: number; noPlace: number };

export interface GridOptions {
  frame: HTMLElement;
  scroller: HTMLElement;
  field: HTMLTextAreaElement;
  source: SheetSource;
  zoom: number;
  readOnly: boolean;
  labels: { grid: string; corner: string };
  on: {
    input(inputs: readonly CellInput[]): void;
    undo(): void;
    redo(): void;
    active(position: CellPosition): void;
    /** Whether a cell's editor is open. */
    typing(typing: boolean): void;
    notice(notice: GridNotice): void;
  };
}
