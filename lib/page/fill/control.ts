import type { FillRefusal } from '../fill-outcome';

/** What a handler is given besides the element and the value. */
export interface FillTools {
  signal?: AbortSignal | undefined;
}

/** How a write ended: refused with a reason, or written, and whether Ctrl+Z in the field takes it back. */
export type Written = FillRefusal | { undoable: boolean };

/**
 * One kind of control. A new framework is a file under frameworks/ with one of these, and one line in control-of.ts.
 * Elements may come from another frame: no `instanceof`, only names and attributes.
 */
export interface Control {
  /** Whether the element belongs to such a control. Asked in order; the first that says yes is used. */
  claims(element: Element): boolean;
  /** The part a person sees, where it is another element. */
  face?(element: Element): Element | null;
  /** What stands there now, as a person would read it. */
  read(element: Element): string;
  /** Writes; `value` is what the person wants to see there. */
  write(element: Element, value: string, tools: FillTools): Promise<Written>;
  /** Whether the two say the same to the page; texts are compared exactly where this is absent. */
  same?(wanted: string, shown: string): boolean;
  /** The page's own way to be read-only here, where the attribute alone does not say so (pickers have read-only boxes). */
  readOnly?(element: Element): boolean;
}

export type TextField = HTMLInputElement | HTMLTextAreaElement;

/** A text box by its names, not by its class: it may live in another frame. */
export function isTextField(element: Element): element is TextField {
  return element.localName === 'textarea' || (element.localName === 'input' && TEXT_TYPES.test(typeOf(element)));
}

const TEXT_TYPES = /^(text|number|tel|email|url|search|)$/;

/** The `type` as the browser takes it ("" for anything but an input). */
export function typeOf(element: Element): string {
  return element.localName === 'input' ? (element as HTMLInputElement).type : '';
}
