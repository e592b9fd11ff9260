import type { CellPosition } from '../../lib/model/address';

/** Where the cursor is, for what follows it: an arrow key redraws the cell bar and nothing else of the page. */
export class ActiveCell {
  #position: CellPosition = { row: 0, column: 0 };
  readonly #listeners = new Set<() => void>();

  get = (): CellPosition => this.#position;

  set = (position: CellPosition): void => {
    this.#position = position;
    for (const listener of this.#listeners) listener();
  };

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
