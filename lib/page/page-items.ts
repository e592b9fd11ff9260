/** A run of text (one block's, inline elements joined) or something to fill in, in the order of the composed tree. */
export interface PageItem {
  element: Element;
  kind: 'text' | 'field' | 'frame';
  text: string;
}

export interface PageItems {
  items: readonly PageItem[];
  /** From which item to before which item an element's subtree reaches; elements without items are left out. */
  rangeOf(element: Element): readonly [from: number, to: number];
  /** The parent in the composed tree: through slots, shadow roots and the frames of rich-text editors. */
  up(element: Element): Element | null;
}

const SKIPPED = /^(?:script|style|noscript|template|option|optgroup|datalist|svg|canvas|video|object)$/;
const INLINE = /^(?:b|i|u|s|em|strong|font|small|su[bp]|mark|w?br|del|ins)$/;
/** Elements that are inline on one page and a grid's cell on the next: their style is asked. */
const EITHER = /^(?:span|a)$|-/;
const NO_FIELD = /^(?:hidden|button|submit|reset|image|password|color|range)$/;
const STEP = 200;

/** Walks the page once. Yields now and then, so that the caller can let the page breathe. */
export function* readPage(
  root: Document,
  openRoot: (element: Element) => ShadowRoot | null,
): Generator<undefined, PageItems> {
  const items: PageItem[] = [];
  const ranges = new Map<Element, [number, number]>();
  const crossings = new Map<Element, Element>();
  const stack: { element: Element; children: ArrayLike<Node>; at: number; from: number; block: boolean }[] = [];
  let text = '';

  const block = (): Element => {
    let at = stack.length - 1;
    while (at > 0 && !stack[at]!.block) at--;
    return stack[at]!.element;
  };
  const flush = (): void => {
    const trimmed = text.trim();
    text = '';
    if (trimmed && stack.length) items.push({ element: block(), kind: 'text', text: trimmed.slice(0, 4_000) });
  };
  const add = (element: Element, kind: PageItem['kind'], words = ''): void => {
    flush();
    ranges.set(element, [items.length, items.length + 1]);
    items.push({ element, kind, text: words });
  };
  const enter = (element: Element): void => {
    const tag = element.localName;
    if (SKIPPED.test(tag)) return;
    if (isField(element, tag)) {
      add(element, 'field');
      return;
    }
    if (/^(?:input|textarea)$/.test(tag)) {
      // Some forms print what is not to be changed in boxes that are switched off.
      const { type, value } = element as HTMLInputElement;
      if (isDisabled(element) && !NO_FIELD.test(type) && value) add(element, 'text', value);
      return;
    }
    if (tag === 'iframe' || tag === 'frame') {
      const editor = editorBody(element as HTMLIFrameElement);
      if (editor) crossings.set(editor, element);
      add(editor ?? element, editor ? 'field' : 'frame');
      return;
    }
    const shadow = openRoot(element);
    let children: ArrayLike<Node> = element.childNodes;
    if (shadow) {
      children = shadow.childNodes;
      for (const child of shadow.children) crossings.set(child, element);
    } else if (tag === 'slot') {
      const assigned = (element as HTMLSlotElement).assignedNodes();
      if (assigned.length) children = assigned;
      for (const child of assigned) if (child.nodeType === 1) crossings.set(child as Element, element);
    }
    if (!children.length) return;
    const inline = INLINE.test(tag) || (EITHER.test(tag) && isInline(element));
    if (!inline) flush();
    stack.push({ element, children, at: 0, from: items.length, block: !inline });
  };

  if (root.body) enter(root.body);
  // A frameset is the body of its document.
  for (let steps = 1; stack.length; steps++) {
    if (steps % STEP === 0) yield;
    const top = stack[stack.length - 1]!;
    const node = top.children[top.at++];
    if (node) {
      if (node.nodeType === 3) {
        if (text.length < 4_000) text += (node as Text).data;
      } else if (node.nodeType === 1) enter(node as Element);
      continue;
    }
    if (top.block) flush();
    stack.pop();
    // Text of an inline element may still be pending: it belongs to the block around it.
    if (items.length > top.from) ranges.set(top.element, [top.from, items.length]);
  }
  return {
    items,
    rangeOf: element => ranges.get(element) ?? [0, 0],
    up: element => crossings.get(element) ?? element.parentElement,
  };
}

function isField(element: Element, tag: string): boolean {
  if (tag === 'input') {
    const { type } = element as HTMLInputElement;
    // A search box is none of the table's, but selects with a filter are drawn with one (antd).
    if (type === 'search' && element.getAttribute('role') !== 'combobox') return false;
    return !NO_FIELD.test(type) && !isDisabled(element);
  }
  if (tag === 'textarea' || tag === 'select') return !isDisabled(element);
  return tag !== 'body' && /^(?:true|plaintext-only)?$/.test(element.getAttribute('contenteditable') ?? 'no');
}

function isDisabled(element: Element): boolean {
  return (element as HTMLInputElement).disabled;
}

/** The editable body of a rich-text editor's frame, where the page's origin lets us see it. */
function editorBody(frame: HTMLIFrameElement): HTMLElement | null {
  try {
    const inner = frame.contentDocument;
    const body = inner?.body;
    return body && (inner.designMode === 'on' || body.isContentEditable) ? body : null;
  } catch {
    return null; // another origin: its document is recognised by the script that runs in it
  }
}

/** null in a document that no window shows. */
export function styleOf(element: Element): CSSStyleDeclaration | null {
  return element.ownerDocument.defaultView?.getComputedStyle(element) ?? null;
}

function isInline(element: Element): boolean {
  return styleOf(element)?.display === 'inline';
}
