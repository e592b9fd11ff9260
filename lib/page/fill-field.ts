import { controlOf, fieldOf } from './control-of';
import { type Control, isTextField, typeOf } from './fill/control';
import { pause } from './fill/pause';
import { isShown } from './fill/shown';
import { SubmitGuard } from './fill/submit-guard';
import type { FillOutcome, FillRefusal } from './fill-outcome';
import { type OpenRoot, openRootOf } from './read-field';

export interface FillOptions {
  /** Stops between two steps; the promise then rejects with the signal's reason. */
  signal?: AbortSignal;
  /** For fields inside of web components; open roots where absent. */
  openRoot?: OpenRoot;
}

/**
 * Writes one value into one field as a person would, and reads back what the page made of it, 0.3 to 2 s later.
 * Never touches file inputs or passwords, never presses a button other than a picker's option, never submits.
 * `element` may live in a frame or a shadow root; an editor's frame or a component's host stands for the field in it.
 * Fill one field at a time: the focus is needed.
 */
export async function fillField(element: Element, value: string, options: FillOptions = {}): Promise<FillOutcome> {
  const field = fieldOf(element, options.openRoot ?? openRootOf);
  const never = neverFilled(field);
  if (never) return refused(never);
  const control = controlOf(field);
  if (!control) return refused({ code: 'unknown-control', control: field.localName });
  const early = refusalOf(field, control, value);
  if (early) return refused(early);

  const before = control.read(field);
  const around = ancestorsOf(field);
  const rewritten = field.closest(REWRITTEN) !== null;
  const guard = new SubmitGuard(field);
  try {
    const written = await control.write(field, value, { signal: options.signal });
    const seen = 'code' in written ? null : await settled(field, around, control, options.signal);
    const prevented = guard.prevented ? { submitPrevented: true as const } : {};
    if ('code' in written) return { ...refused(written), ...prevented };
    if (seen === null) return { ...refused({ code: 'gone' }), ...prevented };
    const about = {
      value: seen,
      before,
      undoable: written.undoable && seen === value && !rewritten,
      ...prevented,
    };
    if (seen === value || control.same?.(value, seen)) return { kind: 'filled', ...about };
    if (seen === before) return { ...refused({ code: 'not-taken', shown: seen }), ...prevented };
    return { kind: 'changedByPage', wanted: value, ...about };
  } finally {
    guard.release();
  }
}

/**
 * Boxes that the page writes anew when they are left: Ctrl+Z there takes back what was typed elsewhere before, for a
 * document has one undo stack. The same goes for whatever else the page wrote itself (0.50 → 0.5).
 */
const REWRITTEN = '.textbox,.t-input-number,.vxe-number-input,.ivu-input-number,.ivu-date-picker,.arco-picker';

/** Reads when the page has had its say: 300 ms for validation on blur, redraws and debounced formatters. */
async function settled(
  field: Element,
  around: Element[],
  control: Control,
  signal?: AbortSignal,
): Promise<string | null> {
  await pause(300, signal);
  const standing = field.isConnected ? field : redrawn(field, around);
  return standing && control.read(standing);
}

/** Some date boxes are drawn anew after each entry (iView): the only one of its kind where the field stood is it. */
function redrawn(field: Element, around: Element[]): Element | null {
  const same = around.find(each => each.isConnected)?.querySelectorAll(field.localName) ?? [];
  return same.length === 1 ? same[0]! : null;
}

function ancestorsOf(element: Element): Element[] {
  return element.parentElement ? [element.parentElement, ...ancestorsOf(element.parentElement)] : [];
}

function neverFilled(field: Element): FillRefusal | null {
  switch (typeOf(field)) {
    case 'file':
      return { code: 'file-input' };
    case 'password':
      return { code: 'password' };
    case 'hidden':
      return { code: 'not-visible' };
    default:
      return null;
  }
}

function refusalOf(field: Element, control: Control, value: string): FillRefusal | null {
  if (field.matches(':disabled,[aria-disabled=true]')) return { code: 'disabled' };
  if (control.readOnly ? control.readOnly(field) : isTextField(field) && field.readOnly) return { code: 'read-only' };
  if (!isShown(control.face?.(field) ?? field)) return { code: 'not-visible' };
  if (isTextField(field) && field.maxLength >= 0 && value.length > field.maxLength)
    return { code: 'too-long', limit: field.maxLength, length: value.length };
  return null;
}

const refused = (reason: FillRefusal): FillOutcome & { kind: 'refused' } => ({ kind: 'refused', reason });
