/**
 * What a person's press does, in order: custom pickers listen to any part of it. A click made by script does what a
 * click does natively (labels, boxes).
 */
export function press(element: Element): void {
  const { left, top, width, height } = element.getBoundingClientRect();
  for (const type of PRESS) {
    const down = type.endsWith('down');
    const init = {
      bubbles: type !== 'mouseenter',
      cancelable: true,
      composed: true,
      detail: 1,
      buttons: down ? 1 : 0,
      clientX: left + width / 2,
      clientY: top + height / 2,
      pointerId: 1,
      pointerType: 'mouse',
      isPrimary: true,
    };
    element.dispatchEvent(type[0] === 'p' ? new PointerEvent(type, init) : new MouseEvent(type, init));
    if (type === 'mousedown' && element.matches('input,textarea,[tabindex]'))
      (element as HTMLElement).focus({ preventScroll: true });
  }
}

const PRESS = [
  'pointerover',
  'mouseover',
  'mouseenter',
  'mousemove',
  'pointerdown',
  'mousedown',
  'pointerup',
  'mouseup',
  'click',
];

/** A key nobody above the control hears: an Enter for a date box must never reach a form or a dialog. */
export function quietKey(element: Element, key: string, keyCode: number): void {
  // Libraries of jQuery's time read keyCode.
  for (const type of ['keydown', 'keyup'])
    element.dispatchEvent(new KeyboardEvent(type, { key, code: key, keyCode, cancelable: true }));
}
