/** What the page is watched for. No attributes: some frameworks write forty of them a keystroke. */
export const WATCHED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Where a person may type. */
export const TYPED_INTO = 'input,textarea,select,iframe,frame,[contenteditable],[role=textbox]';

interface Reader {
  /** What we draw ourselves: our host comes and goes with dialogs and cards. */
  isOurs: (node: Node) => boolean;
  /** Where the page has no field of ours, only new places to type are news. */
  hasFields: boolean;
}

/** Whether changes may alter what is recognised. Reads no layout. */
export function worthReading(records: readonly MutationRecord[], { isOurs, hasFields }: Reader): boolean {
  return records.some(({ type, target, addedNodes, removedNodes }) => {
    const nodes = [...addedNodes, ...removedNodes];
    if (isOurs(target) || (nodes.length > 0 && nodes.every(isOurs))) return false;
    if (!hasFields) return type === 'childList' && [...addedNodes].some(mayHoldFields);
    if (isEdited(target)) return false;
    if (type === 'characterData') return isNews(target.nodeValue);
    return nodes.some(({ nodeType, nodeValue }) => nodeType === Node.ELEMENT_NODE || isNews(nodeValue));
  });
}

/** Typing in a rich-text editor is no news. */
function isEdited(node: Node): boolean {
  const element = node.nodeType === Node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  return Boolean(element?.closest('[contenteditable]:not([contenteditable=false]),.CodeMirror,textarea'));
}

/** An indicator or a heading; not "120/500", "已输入 12 字" or a clock, which tick with every key or second. */
const isNews = (text: string | null): boolean => /^\s*(?:\D{4,}|.{9,})\s*$/s.test(text ?? '');

/** Components of a page's own may hold fields that cannot be seen from outside. */
function mayHoldFields(node: Node): boolean {
  if (node.nodeType !== Node.ELEMENT_NODE) return false;
  const element = node as Element;
  return element.localName.includes('-') || element.matches(TYPED_INTO) || element.querySelector(TYPED_INTO) !== null;
}
