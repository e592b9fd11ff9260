import { isTextField, type TextField } from './control';
import { pause } from './pause';

/**
 * As typed: select all, insert, wait, change, blur. Took in every framework measured (PAGES.md, technique E) and leaves
 * Ctrl+Z working. Blurring in the same tick loses the value in Arco and el-date-picker, hence the wait.
 * @returns whether the field took the text.
 */
export async function typeInto(field: TextField, value: string, signal?: AbortSignal): Promise<boolean> {
  field.focus({ preventScroll: true });
  field.select();
  const document = field.ownerDocument;
  const done = value === '' ? document.execCommand('delete') : document.execCommand('insertText', false, value);
  await pause(120, signal);
  const taken = (done || value === '') && sameText(field.value, value);
  if (!taken) return false;
  fire(field, 'change');
  leave(field);
  return true;
}

/** Value, input, 80 ms, change, 80 ms, blur (technique D): where typing does not take. Ctrl+Z is lost. */
export async function setValue(field: TextField, value: string, signal?: AbortSignal): Promise<void> {
  field.focus({ preventScroll: true });
  field.value = value;
  fire(field, 'input');
  await pause(80, signal);
  fire(field, 'change');
  await pause(80, signal);
  leave(field);
}

export function fire(element: Element, type: string): void {
  element.dispatchEvent(
    type === 'input'
      ? new InputEvent(type, { bubbles: true, composed: true, inputType: 'insertReplacementText' })
      : new Event(type, { bubbles: true }),
  );
}

/** Leaves the field; where the document has no focus (another window in front), blur has to be told. */
export function leave(element: Element): void {
  const root = element.getRootNode() as Document | ShadowRoot;
  const had = root.activeElement === element && element.ownerDocument.hasFocus();
  (element as HTMLElement).blur();
  if (had) return;
  element.dispatchEvent(new FocusEvent('blur', { composed: true }));
  element.dispatchEvent(new FocusEvent('focusout', { bubbles: true, composed: true }));
}

/** Line breaks are the only thing a text box may write in its own way. */
export function sameText(a: string, b: string): boolean {
  return lines(a) === lines(b);
}

const lines = (text: string) => text.replace(/\r\n?/g, '\n');

/** A hidden named input beside a nameless visible one is what such a page submits (EasyUI and its kind). */
export function twinOf(element: Element): HTMLInputElement | null {
  if (!isTextField(element) || element.name) return null;
  const parent = element.parentElement;
  const twins = [...(parent?.querySelectorAll<HTMLInputElement>('input[name]') ?? [])].filter(
    input => input.type === 'hidden' || input.getClientRects().length === 0,
  );
  return twins.length === 1 ? twins[0]! : null;
}

/** ASP.NET WebForms' AutoPostBack and its hand-made relatives. */
export function postsOnChange(element: Element): boolean {
  return /__doPostBack|submit\(/.test(element.getAttribute('onchange') ?? '');
}
