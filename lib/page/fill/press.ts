/**
 * What a person's press does, in order: custom pickers listen to any part of it. `click` comes from the element itself,
 * so that labels and boxes do what they do natively.
 */
export function press(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  const at = {
    bubbles: true,
    cancelable: true,
    composed: true,
    button: 0,
    detail: 1,
    clientX: left + width / 2,
    clientY: top + height / 2,
  };
  const pointer = { ...at, pointerId: 1, pointerType: 'mouse', isPrimary: true };
  element.dispatchEvent(new PointerEvent('pointerover', pointer));
  element.dispatchEvent(new MouseEvent('mouseover', at));
  element.dispatchEvent(new MouseEvent('mouseenter', { ...at, bubbles: false }));
  element.dispatchEvent(new MouseEvent('mousemove', at));
  element.dispatchEvent(new PointerEvent('pointerdown', { ...pointer, buttons: 1 }));
  element.dispatchEvent(new MouseEvent('mousedown', { ...at, buttons: 1 }));
  focusable(element)?.focus({ preventScroll: true });
  element.dispatchEvent(new PointerEvent('pointerup', pointer));
  element.dispatchEvent(new MouseEvent('mouseup', at));
  element.dispatchEvent(new MouseEvent('click', at));
}

function focusable(element: Element): HTMLElement | null {
  return element.matches('input,textarea,[tabindex]') ? (element as HTMLElement) : null;
}

/** A key nobody above the control hears: an Enter for a date box must never reach a form or a dialog. */
export function quietKey(element: Element, key: string, keyCode: number): void {
  for (const type of ['keydown', 'keyup']) {
    const event = new KeyboardEvent(type, { key, code: key, bubbles: false, cancelable: true });
    // Libraries of jQuery's time read keyCode, which the constructor leaves 0.
    Object.defineProperties(event, { keyCode: { value: keyCode }, which: { value: keyCode } });
    element.dispatchEvent(event);
  }
}
