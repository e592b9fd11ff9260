import { PICK_LISTS, type PickListParts } from '../frameworks/pick-lists';
import { sameChoice, shownChoices } from './choice-text';
import type { Control } from './control';
import { pause, waitFor } from './pause';
import { press, quietKey } from './press';
import { isDrawn } from './shown';
import { leave } from './typing';

/** Drop-down lists drawn by a framework: opened and chosen from as with a mouse. */
export const pickList: Control = {
  claims: element => partsOf(element) !== null,
  face: element => find(element).box,
  read(element) {
    const { box, parts } = find(element);
    return parts.shown.map(selector => textOf(box.querySelector(selector))).find(Boolean) ?? '';
  },
  same: sameChoice,
  readOnly: element => find(element).box.matches('.is-disabled,[class*=-disabled]'),
  async write(element, value, { signal }) {
    const { box, parts } = find(element);
    if (parts.several && (box.matches(parts.several) || box.querySelector(parts.several)))
      return { code: 'several-answers' };
    if (sameChoice(this.read(element), value)) return { undoable: false };
    const opener = box.querySelector(parts.opener ?? '*') ?? box;
    const before = new Set(drawnOptions(box, parts));
    press(parts.opener ? opener : box);
    const list = () => drawnOptions(box, parts).filter(option => !before.has(option));
    await waitFor(() => (list().length > 0 ? true : null), 1_000, signal);
    // Half drawn lists (animated, still loading) take no press.
    await pause(300, signal);
    const { option, seen } = await scrollTo(list, value, signal);
    if (option) {
      press(option);
      await pause(200, signal);
      if (isDrawn(option)) leave(element);
      return { undoable: false };
    }
    quietKey(element, 'Escape', 27);
    press(element.ownerDocument.body);
    leave(element);
    return { code: 'not-a-choice', choices: shownChoices(seen) };
  },
};

function textOf(shown: Element | null): string {
  return ((shown as HTMLInputElement | null)?.value ?? shown?.textContent ?? '').trim();
}

function partsOf(element: Element): PickListParts | null {
  return PICK_LISTS.find(parts => element.closest(parts.box)) ?? null;
}

function find(element: Element): { box: Element; parts: PickListParts } {
  const parts = partsOf(element)!;
  return { box: element.closest(parts.box)!, parts };
}

function drawnOptions(box: Element, { option }: PickListParts): Element[] {
  return [...box.ownerDocument.querySelectorAll(option)].filter(isDrawn);
}

/** Long lists draw only a window of their options: scrolled through once, from where it stands to its end. */
async function scrollTo(list: () => Element[], value: string, signal: AbortSignal | undefined) {
  const seen: string[] = [];
  for (let step = 0; step < 40; step++) {
    const options = list();
    const option = options.find(each => sameChoice(each.textContent ?? '', value) && !isOff(each));
    seen.push(...options.filter(each => !isOff(each)).map(each => each.textContent ?? ''));
    if (option) {
      option.scrollIntoView({ block: 'nearest' });
      return { option, seen };
    }
    const box = scrollerOf(options[0]);
    if (!box || box.scrollTop + box.clientHeight >= box.scrollHeight - 1) break;
    box.scrollTop += box.clientHeight;
    await pause(80, signal);
  }
  return { option: null, seen };
}

function scrollerOf(option: Element | undefined): Element | null {
  for (let up = option?.parentElement; up; up = up.parentElement)
    if (up.scrollHeight > up.clientHeight + 1 && /auto|scroll|hidden/.test(getComputedStyle(up).overflowY)) return up;
  return null;
}

const isOff = (option: Element): boolean => option.matches('[aria-disabled=true],[class*=disabled]');
