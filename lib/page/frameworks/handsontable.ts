import type { Control } from '../fill/control';
import { pause, waitFor } from '../fill/pause';
import { press } from '../fill/press';
import { isDrawn } from '../fill/shown';
import { sameText } from '../fill/typing';

/** Handsontable: one text box is moved over the cell being edited, and a press elsewhere gives its text to the cell. */
export const handsontable: Control = {
  claims: element => element.matches('.handsontable td') || element.matches('.handsontableInput'),
  read: element => (element.localName === 'td' ? (element.textContent ?? '') : (element as HTMLTextAreaElement).value),
  same: sameText,
  readOnly: element => element.matches('.htDimmed'),
  async write(element, value, { signal }) {
    let box = element as HTMLTextAreaElement;
    if (element.localName === 'td') {
      press(element);
      element.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, cancelable: true, detail: 2 }));
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

function openBox(cell: Element): HTMLTextAreaElement | null {
  const boxes = cell
    .closest('.handsontable')
    ?.ownerDocument.querySelectorAll<HTMLTextAreaElement>('.handsontableInput');
  return [...(boxes ?? [])].find(box => isDrawn(box) && box.getBoundingClientRect().width > 4) ?? null;
}
