import { choiceGroup } from './fill/choice-group';
import { type Control, isTextField } from './fill/control';
import { editable } from './fill/editable';
import { nativeDate } from './fill/native-date';
import { nativeSelect } from './fill/native-select';
import { onOff } from './fill/on-off';
import { pickList } from './fill/pick-list';
import { textBox } from './fill/text-box';
import { easyuiDate } from './frameworks/easyui-date';
import { handsontable } from './frameworks/handsontable';
import { openedDate } from './frameworks/opened-date';
import { pickerDate } from './frameworks/picker-date';
import { slate } from './frameworks/slate';

/** The first that claims an element fills it: what is special before what is general. */
const CONTROLS: readonly Control[] = [
  nativeSelect,
  nativeDate,
  choiceGroup,
  onOff,
  easyuiDate,
  openedDate,
  pickerDate,
  pickList,
  handsontable,
  slate,
  editable,
  textBox,
];

/**
 * The element that is really edited: an editor's frame stands for its body, a component's host for the one field in it.
 */
export function fieldOf(element: Element, openRoot: (host: Element) => ShadowRoot | null): Element {
  if (element.localName === 'iframe') {
    const body = editorBody(element as HTMLIFrameElement);
    if (body) return body;
  }
  if (isTextField(element) || element.localName === 'select') return element;
  const root = openRoot(element);
  const fields = root?.querySelectorAll('input,textarea,select,[contenteditable=true]') ?? [];
  return fields.length === 1 ? fields[0]! : element;
}

export function controlOf(field: Element): Control | null {
  return CONTROLS.find(control => control.claims(field)) ?? null;
}

/** The body of an editor that lives in a frame of its own (TinyMCE, UEditor, KindEditor). */
function editorBody(frame: HTMLIFrameElement): HTMLElement | null {
  const document = frame.contentDocument;
  if (!document?.body) return null;
  if (document.designMode === 'on' || document.body.isContentEditable) return document.body;
  return document.querySelector<HTMLElement>('[contenteditable=true]');
}
