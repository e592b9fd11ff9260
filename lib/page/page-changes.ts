/** What the page is watched for. No attributes: some frameworks write forty of them a keystroke. */
export const WATCHED: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/**
 * Whether changes may alter what is recognised: elements or texts came, went or changed, outside of what the user is
 * editing and outside of what we draw ourselves. Reads no layout.
 */
export function worthReading(records: readonly MutationRecord[], isOurs: (node: Node) => boolean): boolean {
  return records.some(({ type, target, addedNodes, removedNodes }) => {
    if (isOurs(target) || isEdited(target)) return false;
    if (type === 'characterData') return !isCounter((target as Text).data);
    return [...addedNodes, ...removedNodes].some(node => !isOurs(node) && !isCounter(node.textContent ?? '', node));
  });
}

function isEdited(node: Node): boolean {
  const element = node.nodeType === 1 ? (node as Element) : node.parentElement;
  return Boolean(element?.closest('[contenteditable=""],[contenteditable=true],textarea'));
}

/** "12 / 500" ticks with every key. */
function isCounter(text: string, node?: Node): boolean {
  return (!node || node.nodeType === 3) && /^[\s\d/／，,剩余字数限]*$/.test(text);
}
