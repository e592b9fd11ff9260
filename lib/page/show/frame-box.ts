import type { Box } from './place-card';

/**
 * Where an element is seen in the window of `top`, through the frames of the same site around it. null where it is out of sight: not drawn,
 * or scrolled out of a frame.
 */
export function frameBox(element: Element, top: Document): Box | null {
  let { left, top: y, width, height } = element.getBoundingClientRect();
  let { ownerDocument } = element;
  while (ownerDocument !== top) {
    const frame = ownerDocument.defaultView?.frameElement;
    if (!frame) return null;
    const around = frame.getBoundingClientRect();
    const [right, bottom] = [Math.min(left + width, frame.clientWidth), Math.min(y + height, frame.clientHeight)];
    left = Math.max(left, 0);
    y = Math.max(y, 0);
    width = right - left;
    height = bottom - y;
    if (width <= 0 || height <= 0) return null;
    left += around.left + frame.clientLeft;
    y += around.top + frame.clientTop;
    ({ ownerDocument } = frame);
  }
  return width > 0 && height > 0 ? { left, top: y, width, height } : null;
}
