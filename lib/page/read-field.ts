import { controlOf, fieldOf } from './control-of';

/**
 * What stands in a field now, as a person reads it: the chosen option's text, a date as the page writes it, 是/否 for a
 * tick box, lines for rich text. Null for what is no field, and for passwords and files, which are never read.
 */
export function readField(element: Element, openRoot: OpenRoot = openRootOf): string | null {
  const field = fieldOf(element, openRoot);
  if (field.matches('input[type=password],input[type=file]')) return null;
  return controlOf(field)?.read(field) ?? null;
}

/** element → its shadow root, open or closed where the caller can open it. */
export type OpenRoot = (host: Element) => ShadowRoot | null;

export const openRootOf: OpenRoot = host => host.shadowRoot;

/** Whether the page would say that `wanted` already stands there: 3.50 is 3.5, and a day is a day in any notation. */
export function holds(element: Element, wanted: string, openRoot: OpenRoot = openRootOf): boolean {
  const field = fieldOf(element, openRoot);
  const control = controlOf(field);
  if (!control) return false;
  const shown = control.read(field);
  return shown === wanted || (control.same?.(wanted, shown) ?? false);
}
