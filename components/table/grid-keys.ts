/** What a key press asks of the table. */
export type GridCommand =
  | { do: 'move'; move: Move; extend: boolean }
  | { do: 'edit' }
  | { do: 'type' }
  | { do: 'clear' }
  | { do: 'commit'; move: Move | null }
  | { do: 'cancel' }
  | { do: 'newline' }
  | { do: 'undo' }
  | { do: 'redo' }
  | { do: 'select-all' };

export type Move =
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'next'
  | 'previous'
  | 'block-up'
  | 'block-down'
  | 'block-left'
  | 'block-right'
  | 'row-start'
  | 'row-end'
  | 'sheet-start'
  | 'sheet-end'
  | 'page-up'
  | 'page-down';

export interface KeyPress {
  key: string;
  ctrl: boolean;
  shift: boolean;
  alt: boolean;
  /** An input method is composing: every key is its own. */
  composing: boolean;
}

/** 'typing' began by typing over the cell: arrows leave it; 'editing' began by F2 or a double click: arrows move the caret. */
export type GridMode = 'moving' | 'typing' | 'editing';

const ARROWS: Record<string, ['up' | 'down' | 'left' | 'right', Move]> = {
  ArrowUp: ['up', 'block-up'],
  ArrowDown: ['down', 'block-down'],
  ArrowLeft: ['left', 'block-left'],
  ArrowRight: ['right', 'block-right'],
};

/** null leaves the key to the browser. */
export function keyCommand(press: KeyPress, mode: GridMode): GridCommand | null {
  if (press.composing || press.key === 'Process' || press.key === 'Unidentified') return null;
  return mode === 'moving' ? movingCommand(press) : editingCommand(press, mode);
}

function movingCommand({ key, ctrl, shift, alt }: KeyPress): GridCommand | null {
  if (alt) return null;
  const arrow = ARROWS[key];
  if (arrow) return { do: 'move', move: ctrl ? arrow[1] : arrow[0], extend: shift };
  switch (key) {
    case 'Enter':
      return ctrl ? null : { do: 'move', move: shift ? 'up' : 'down', extend: false };
    case 'Tab':
      return ctrl ? null : { do: 'move', move: shift ? 'previous' : 'next', extend: false };
    case 'Home':
      return { do: 'move', move: ctrl ? 'sheet-start' : 'row-start', extend: shift };
    case 'End':
      return { do: 'move', move: ctrl ? 'sheet-end' : 'row-end', extend: shift };
    case 'PageUp':
      return ctrl ? null : { do: 'move', move: 'page-up', extend: shift };
    case 'PageDown':
      return ctrl ? null : { do: 'move', move: 'page-down', extend: shift };
    case 'F2':
      return { do: 'edit' };
    case 'Delete':
    case 'Backspace':
      return ctrl ? null : { do: 'clear' };
  }
  if (ctrl) return controlCommand(key, shift);
  return [...key].length === 1 ? { do: 'type' } : null;
}

function controlCommand(key: string, shift: boolean): GridCommand | null {
  switch (key.toLowerCase()) {
    case 'z':
      return { do: shift ? 'redo' : 'undo' };
    case 'y':
      return { do: 'redo' };
    case 'a':
      return { do: 'select-all' };
    default:
      return null;
  }
}

function editingCommand({ key, ctrl, shift, alt }: KeyPress, mode: 'typing' | 'editing'): GridCommand | null {
  if (key === 'Escape') return { do: 'cancel' };
  if (key === 'Enter') {
    if (alt || ctrl) return { do: 'newline' };
    return { do: 'commit', move: shift ? 'up' : 'down' };
  }
  if (key === 'Tab' && !ctrl && !alt) return { do: 'commit', move: shift ? 'previous' : 'next' };
  const arrow = mode === 'typing' && !ctrl && !shift && !alt ? ARROWS[key] : undefined;
  return arrow ? { do: 'commit', move: arrow[0] } : null;
}
