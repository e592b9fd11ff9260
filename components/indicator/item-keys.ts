export interface ItemKeyPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  isComposing: boolean;
  target: EventTarget | null;
}

/** Alt+↓/↑ always, J/K where nothing is being typed, Ctrl+F to find. null leaves the key to the browser. */
export function itemKey(press: ItemKeyPress): 'next' | 'previous' | 'find' | null {
  const { key, ctrlKey, metaKey, altKey, isComposing } = press;
  if (isComposing) return null;
  const ctrl = ctrlKey || metaKey;
  if (ctrl && !altKey && key.toLowerCase() === 'f') return 'find';
  if (altKey && !ctrl) return key === 'ArrowDown' ? 'next' : key === 'ArrowUp' ? 'previous' : null;
  if (ctrl || altKey || isTyping(press.target)) return null;
  return key.toLowerCase() === 'j' ? 'next' : key.toLowerCase() === 'k' ? 'previous' : null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && target.matches('input:not([type=checkbox]), textarea, select, [contenteditable]')
  );
}
