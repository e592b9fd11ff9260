import type { OpenRoot } from '../read-field';

/** The element around this one, out of shadow roots and frames of the same site. */
export function around(element: Element): Element | null {
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  if (isShadowRoot(root)) return root.host;
  return element.ownerDocument.defaultView?.frameElement ?? null;
}

/** The element that has the focus, inside of shadow roots and frames of the same site. */
export function deepActive(top: Document, openRoot: OpenRoot): Element | null {
  let active = top.activeElement;
  for (;;) {
    const inner = active && (openRoot(active)?.activeElement ?? frameDocument(active)?.activeElement ?? null);
    if (!inner) return active;
    active = inner;
  }
}

/** null for other elements, and for frames of another site. */
export function frameDocument(element: Element): Document | null {
  if (!/^i?frame$/.test(element.localName)) return null;
  try {
    return (element as HTMLIFrameElement).contentDocument;
  } catch {
    return null;
  }
}

/** `instanceof` is false for nodes of other frames. */
export function isShadowRoot(node: Node): node is ShadowRoot {
  return node.nodeType === Node.DOCUMENT_FRAGMENT_NODE && 'host' in node;
}
