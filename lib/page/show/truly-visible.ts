import { around } from './page-tree';

/** A page that uncovers a field for a moment gets nothing. */
const LOOK_AGAIN_MS = 120;

/**
 * Whether a person can see the field, now and a moment later: in sight, and nothing but what belongs to it lies over its middle, here and in the
 * frames around. IntersectionObserver v2 would not do for fields: icons, arrows and labels of component libraries lie over theirs. What is
 * transparent or not drawn is left to fillField.
 */
export async function trulyVisible(element: Element, isOurs: (element: Element) => boolean): Promise<boolean> {
  if (!isOnTop(element, isOurs)) return false;
  await new Promise(resolve => setTimeout(resolve, LOOK_AGAIN_MS));
  return isOnTop(element, isOurs);
}

function isOnTop(element: Element, isOurs: (element: Element) => boolean): boolean {
  const { left, top, width, height } = element.getBoundingClientRect();
  const root = element.getRootNode() as Document | ShadowRoot;
  const over = root.elementsFromPoint(left + width / 2, top + height / 2).find(one => !isOurs(one));
  if (!over || !belongs(over, element)) return false;
  const frame = element.ownerDocument.defaultView?.frameElement;
  return !frame || isOnTop(frame, isOurs);
}

/** As far as boxes that component libraries put around a field go. */
const NEAR = 3;

function belongs(over: Element, element: Element): boolean {
  if (over.contains(element) && over.localName !== 'dialog') return true;
  let outer: Element | null = element;
  for (let step = 0; outer && step <= NEAR; step++) {
    if (outer.contains(over)) return isNoBigger(outer, element);
    outer = around(outer);
  }
  return false;
}

/** A box around the field alone, not one that holds the field and a curtain over it. */
function isNoBigger(box: Element, field: Element): boolean {
  const [around, inside] = [box.getBoundingClientRect(), field.getBoundingClientRect()];
  return around.height <= inside.height + 80 && around.width <= inside.width + 200;
}
