import type { Control } from '../fill/control';
import { holdsMore, readEditable, sameParagraphs, selectAll } from '../fill/editable';
import { pause } from '../fill/pause';
import { fire, leave } from '../fill/typing';

/** wangEditor 5 and whatever else is built on Slate: its model follows `beforeinput` only, never the document. */
export const slate: Control = {
  claims: element => element.closest('[data-slate-editor]') !== null,
  read: element => readEditable(editorOf(element)),
  same: sameParagraphs,
  async write(element, value, { signal }) {
    const editor = editorOf(element);
    if (holdsMore(editor)) return { code: 'rich-content' };
    (editor as HTMLElement).focus({ preventScroll: true });
    selectAll(editor);
    // Slate takes over the document's selection at most every 100 ms.
    await pause(200, signal);
    before(editor, 'deleteContentBackward');
    await pause(50, signal);
    for (const [index, line] of value.split(/\r\n?|\n/).entries()) {
      if (index > 0) before(editor, 'insertParagraph');
      if (line !== '') before(editor, 'insertText', line);
      await pause(20, signal);
    }
    await pause(120, signal);
    fire(editor, 'change');
    leave(editor);
    return { undoable: true };
  },
};

const editorOf = (element: Element): Element => element.closest('[data-slate-editor]')!;

function before(editor: Element, inputType: string, data: string | null = null): void {
  editor.dispatchEvent(
    new InputEvent('beforeinput', { inputType, data, bubbles: true, cancelable: true, composed: true }),
  );
}
