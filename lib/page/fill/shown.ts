/** Whether a person can see this element: drawn, opaque, not inert, and reachable by scrolling. Scrolls it into view. */
export function isShown(element: Element): boolean {
  if (!element.isConnected || element.closest('[inert]')) return false;
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  const { left, right, top, bottom, width, height } = element.getBoundingClientRect();
  if (width < 4 || height < 4) return false;
  const { innerWidth, innerHeight } = element.ownerDocument.defaultView ?? window;
  if (right <= 0 || bottom <= 0 || left >= innerWidth || top >= innerHeight) return false;
  if (styleOf(element).visibility !== 'visible') return false;
  for (let up: Element | null = element; up; up = parentOf(up)) if (Number(styleOf(up).opacity) < 0.1) return false;
  return true;
}

/** Drawn at all: enough for the options of a list that has just opened. */
export function isDrawn(element: Element): boolean {
  return element.getClientRects().length > 0 && styleOf(element).visibility === 'visible';
}

function styleOf(element: Element): CSSStyleDeclaration {
  return (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
}

/** The parent in the composed tree. */
function parentOf(element: Element): Element | null {
  return element.assignedSlot ?? element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
