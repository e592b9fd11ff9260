import type { Control } from './control';
import { pause } from './pause';
import { fire, leave } from './typing';

/** Editors whose own model does not follow what is inserted from outside; a text shown there may never be submitted. */
const UNPROVEN =
  '.ck-editor__editable,[data-lexical-editor],.public-DraftEditor-content,.monaco-editor *,.cm-content,.CodeMirror *';

/** Rich text: contenteditable, and editors in a frame of their own. Inserted as typed, so that the editor's own undo works. */
export const editable: Control = {
  claims: element => (element as HTMLElement).isContentEditable === true || isDesignBody(element),
  read: readEditable,
  same: sameParagraphs,
  face: element => (element === element.ownerDocument.body ? frameOf(element) : element),
  async write(element, value, { signal }) {
    if (element.matches(UNPROVEN)) return { code: 'unknown-control', control: element.className.split(' ')[0] ?? '' };
    if (holdsMore(element)) return { code: 'rich-content' };
    (element as HTMLElement).focus({ preventScroll: true });
    selectAll(element);
    const { ownerDocument: document } = element;
    for (const [index, line] of value.split(/\r\n?|\n/).entries()) {
      if (index > 0) document.execCommand('insertParagraph');
      if (line !== '' || index === 0) document.execCommand(line === '' ? 'delete' : 'insertText', false, line);
    }
    await pause(120, signal);
    fire(element, 'change');
    leave(element);
    // KindEditor and TinyMCE answer Ctrl+Z themselves and know of their own commands only.
    return { undoable: !element.matches('.ke-content,.mce-content-body') };
  },
};

/** The text, a line a paragraph, without the empty lines that editors add. */
export function readEditable(element: Element): string {
  return (element as HTMLElement).innerText
    .replace(/[\u200b\ufeff]/g, '')
    .replace(/\u00a0/g, ' ')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

export function sameParagraphs(a: string, b: string): boolean {
  return paragraphs(a) === paragraphs(b);
}

/** Pictures, tables, embedded files: more than a text, and lost if a text took their place. */
export function holdsMore(element: Element): boolean {
  return element.querySelector('img,table,video,audio,iframe,object,embed,hr,input') !== null;
}

export function selectAll(element: Element): void {
  element.ownerDocument.getSelection()?.selectAllChildren(element);
}

const paragraphs = (text: string) => text.replace(/\s*[\r\n]+\s*/g, '\n').trim();

function isDesignBody(element: Element): boolean {
  return element === element.ownerDocument.body && element.ownerDocument.designMode === 'on';
}

function frameOf(body: Element): Element {
  return body.ownerDocument.defaultView?.frameElement ?? body;
}
