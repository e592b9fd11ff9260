import { describe, expect, it } from 'vitest';
import { type GridMode, type KeyPress, keyCommand } from '../../../../components/table/grid-keys';

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrl: false,
  shift: false,
  alt: false,
  composing: false,
  ...held,
});
const command = (key: string, mode: GridMode = 'moving', held: Partial<KeyPress> = {}) =>
  keyCommand(press(key, held), mode);

describe('keys while moving about', () => {
  it('move as in Excel', () => {
    expect(command('ArrowDown')).toEqual({ do: 'move', move: 'down', extend: false });
    expect(command('Enter')).toEqual({ do: 'move', move: 'down', extend: false });
    expect(command('Enter', 'moving', { shift: true })).toEqual({ do: 'move', move: 'up', extend: false });
    expect(command('Tab', 'moving', { shift: true })).toEqual({ do: 'move', move: 'previous', extend: false });
    expect(command('ArrowRight', 'moving', { ctrl: true, shift: true })).toEqual({
      do: 'move',
      move: 'block-right',
      extend: true,
    });
    expect(command('End', 'moving', { ctrl: true })).toEqual({ do: 'move', move: 'sheet-end', extend: false });
  });

  it('begin an edit by any letter, F2, or nothing that is a shortcut', () => {
    expect(command('平')).toEqual({ do: 'type' });
    expect(command('a', 'moving', { shift: true })).toEqual({ do: 'type' });
    expect(command('F2')).toEqual({ do: 'edit' });
    expect(command('c', 'moving', { ctrl: true })).toBeNull();
    expect(command('F5')).toBeNull();
    expect(command('ArrowDown', 'moving', { alt: true })).toBeNull();
  });

  it('undo and redo by the keys of Windows and of the Mac', () => {
    expect(command('z', 'moving', { ctrl: true })).toEqual({ do: 'undo' });
    expect(command('Z', 'moving', { ctrl: true, shift: true })).toEqual({ do: 'redo' });
    expect(command('y', 'moving', { ctrl: true })).toEqual({ do: 'redo' });
  });
});

describe('keys in a cell', () => {
  it('commit, cancel and break lines', () => {
    expect(command('Enter', 'editing')).toEqual({ do: 'commit', move: 'down' });
    expect(command('Enter', 'editing', { alt: true })).toEqual({ do: 'newline' });
    expect(command('Tab', 'typing')).toEqual({ do: 'commit', move: 'next' });
    expect(command('Escape', 'typing')).toEqual({ do: 'cancel' });
  });

  it('leave the cell by an arrow after typing over it, and move the caret after F2', () => {
    expect(command('ArrowLeft', 'typing')).toEqual({ do: 'commit', move: 'left' });
    expect(command('ArrowLeft', 'editing')).toBeNull();
    expect(command('ArrowLeft', 'typing', { shift: true })).toBeNull();
  });

  it('leave undo, copy and delete to the text field', () => {
    for (const key of ['z', 'c', 'v']) expect(command(key, 'editing', { ctrl: true })).toBeNull();
    expect(command('Delete', 'typing')).toBeNull();
  });
});

describe('keys of an input method', () => {
  it('are never taken, so that no letter of a word is lost', () => {
    for (const mode of ['moving', 'typing', 'editing'] as const) {
      expect(command('Enter', mode, { composing: true })).toBeNull();
      expect(command('Escape', mode, { composing: true })).toBeNull();
      expect(command('Process', mode)).toBeNull();
    }
  });
});
