import { sameChoice, shownChoices } from './choice-text';
import type { Control } from './control';
import { isDrawn } from './shown';

/** Radio buttons, drawn by the browser or by a framework beside hidden ones: the one whose text is the value. */
export const choiceGroup: Control = {
  claims: element => isRadio(element) || element.matches('[role=radiogroup]'),
  face: element => radiosOf(element).map(faceOf).find(isDrawn) ?? null,
  read: element => {
    const chosen = radiosOf(element).find(isChosen);
    return chosen ? choiceText(chosen) : '';
  },
  same: sameChoice,
  async write(element, value) {
    const radios = radiosOf(element).filter(radio => !isOff(radio));
    const radio = radios.find(each => sameChoice(choiceText(each), value));
    if (!radio) return { code: 'not-a-choice', choices: shownChoices(radios.map(choiceText)) };
    if (!isChosen(radio)) pressable(radio).click();
    return { undoable: false };
  },
};

const isRadio = (element: Element): boolean => element.matches('input[type=radio],[role=radio]');

function radiosOf(element: Element): Element[] {
  if (!isRadio(element)) return inside(element);
  const name = element.getAttribute('name');
  const group = element.closest('[role=radiogroup],[class*=radio-group]:not(label)');
  if (group) return inside(group);
  if (!name) return [element];
  const scope = element.closest('form') ?? (element.getRootNode() as Document | ShadowRoot);
  return inside(scope).filter(radio => radio.getAttribute('name') === name);
}

/** Native ones where there are any: a framework's own elements with a role wrap them. */
function inside(scope: ParentNode): Element[] {
  const native = [...scope.querySelectorAll('input[type=radio]')];
  return native.length > 0 ? native : [...scope.querySelectorAll('[role=radio]')];
}

export function isChosen(element: Element): boolean {
  return element.localName === 'input'
    ? (element as HTMLInputElement).checked
    : element.getAttribute('aria-checked') === 'true';
}

export function isOff(element: Element): boolean {
  return element.matches(':disabled,[aria-disabled=true]');
}

/** What is drawn for a choice: layui draws a div behind the input, most others hide it in a label or a box. */
export function faceOf(element: Element): Element {
  return drawnTwin(element) ?? labelOf(element) ?? (element.localName === 'input' ? element.parentElement! : element);
}

function drawnTwin(element: Element): Element | null {
  const next = element.nextElementSibling;
  return next?.matches('[class*=layui-form-],.inputbox') ? next : null;
}

/** What to press, as a person would: some frameworks listen at the label only (TDesign), layui at its twin only. */
export function pressable(element: Element): HTMLElement {
  return (drawnTwin(element) ?? labelOf(element) ?? element) as HTMLElement;
}

/** The text a person reads at a choice. */
export function choiceText(element: Element): string {
  const said = element.getAttribute('title') || element.getAttribute('aria-label');
  if (said) return said.trim();
  const text = (labelOf(element) ?? element).textContent?.trim();
  if (text) return text;
  const next = element.nextSibling;
  return (next?.textContent?.trim() || (element as HTMLInputElement).value || '').trim();
}

function labelOf(element: Element): Element | null {
  const { labels } = element as HTMLInputElement;
  return labels?.[0] ?? element.closest('label');
}
