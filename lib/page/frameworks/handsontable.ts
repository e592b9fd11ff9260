import type { Control } from '../fill/control';
import { pause, waitFor } from '../fill/pause';
import { press } from '../fill/press';
import { isDrawn } from '../fill/shown';
import { textBox } from '../fill/text-box';

/** Handsontable: one text box is moved over the cell being edited, and a press elsewhere gives its text to the cell. */
export const handsontable: Control = {
  claims: element => element.matches('.handsontable td') || element.matches('.handsontableInput'),
  read: element => (element.localName === 'td' ? (element.textContent ?? '') : (element as HTMLTextAreaElement).value),
  same: textBox.same!,
  readOnly: element => element.matches('.htDimmed'),
  async write(element, value, { signal }) {
    let box = element as HTMLTextAreaElement;
    if (element.localName === 'td') {
      press(element);
      press(element);
      const opened = await waitFor(() => openBox(element), 600, signal);
      if (!opened) return { code: 'unknown-control', control: 'Handsontable' };
      box = opened;
    }
    box.focus({ preventScroll: true });
    box.select();
    box.ownerDocument.execCommand(value === '' ? 'delete' : 'insertText', false, value);
    await pause(120, signal);
    press(box.ownerDocument.documentElement);
    return { undoable: false };
  },
};

/** The box that was moved over the cell; while nothing is edited it lies elsewhere. */
function openBox(cell: Element): HTMLTextAreaElement | null {
  const { left, top } = cell.getBoundingClientRect();
  const boxes = [...cell.ownerDocument.querySelectorAll<HTMLTextAreaElement>('.handsontableInput')].filter(isDrawn);
  return boxes.find(box => near(box.getBoundingClientRect(), left, top)) ?? null;
}

const near = (box: DOMRect, left: number, top: number): boolean =>
  Math.abs(box.left - left) < 4 && Math.abs(box.top - top) < 4 && box.width > 4;
