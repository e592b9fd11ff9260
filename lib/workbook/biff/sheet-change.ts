import type { FormulaResult, NewValue } from './cell-records';

/** What happens to one sheet. Keys of the maps are `cellKey`s. */
export interface SheetChange {
  values: Map<number, NewValue>;
  results: Map<number, FormulaResult>;
  /** Row → its new height in twips. */
  heights: Map<number, number>;
}

export const MAX_XLS_ROWS = 65_536;
export const MAX_XLS_COLUMNS = 256;

export const cellKey = (row: number, column: number): number => row * MAX_XLS_COLUMNS + column;
export const rowOfKey = (key: number): number => Math.floor(key / MAX_XLS_COLUMNS);
export const columnOfKey = (key: number): number => key % MAX_XLS_COLUMNS;
