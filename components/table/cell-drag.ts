import type { CellPosition } from '../../lib/model/address';
import { samePosition } from './selection';

export interface DragTarget {
  /** The cell under a point of the scroller's own frame; null on the headers. */
  cellAt(x: number, y: number): CellPosition | null;
  /** The button went down on a cell; `extend` with Shift held. */
  start(position: CellPosition, extend: boolean): void;
  /** The pointer was dragged on to another cell. */
  reach(position: CellPosition): void;
}

/** Selecting with the mouse, the pen or a finger. The scroll bars are left alone. */
export function listenForDrag(scroller: HTMLElement, target: DragTarget, signal: AbortSignal): void {
  const positionOf = (event: PointerEvent): CellPosition | null => {
    const frame = scroller.getBoundingClientRect();
    const x = event.clientX - frame.left;
    const y = event.clientY - frame.top;
    return x > scroller.clientWidth || y > scroller.clientHeight ? null : target.cellAt(x, y);
  };

  scroller.addEventListener(
    'pointerdown',
    event => {
      const position = event.button === 0 ? positionOf(event) : null;
      if (!position) return;
      event.preventDefault();
      target.start(position, event.shiftKey);
      scroller.setPointerCapture(event.pointerId);
      follow(position);
    },
    { signal },
  );

  function follow(from: CellPosition): void {
    let last = from;
    const drag = new AbortController();
    const during = { signal: drag.signal };
    scroller.addEventListener(
      'pointermove',
      event => {
        const position = positionOf(event);
        if (!position || samePosition(position, last)) return;
        last = position;
        target.reach(position);
      },
      during,
    );
    for (const end of ['pointerup', 'pointercancel'] as const) {
      scroller.addEventListener(end, () => drag.abort(), during);
    }
    signal.addEventListener('abort', () => drag.abort(), during);
  }
}
