export interface VisibleClickOptions {
  signal: AbortSignal;
  /** Told when a click did not count, for a word to the person ("the page covers this button"). */
  onIgnored?: (why: 'not-trusted' | 'not-visible') => void;
}

/** How long a control must have been truly visible before a click on it counts. */
const TRULY_VISIBLE_MS = 100;

/**
 * Listens for clicks of a person on a button they can really see. IntersectionObserver v2 tells whether anything covers
 * it, makes it transparent, filters or distorts it, here or in the frames around; it looks every 100 ms, so a page that
 * uncovers the button for less than that gets nothing, and neither does a click in the first 100 ms after it appeared.
 * Its limits: Chromium 74 on. In browsers without it (Firefox) the button must be the topmost thing at its centre, which
 * sees covers but no transparency; there a page that makes the whole host transparent cannot be told.
 */
export function onVisibleClick(
  button: HTMLElement,
  act: (event: MouseEvent) => void,
  { signal, onIgnored }: VisibleClickOptions,
): void {
  let since: number | null = null;
  const note = (entries: IntersectionObserverEntry[]) => {
    for (const entry of entries) {
      const visible = entry.isIntersecting && isTrulyVisible(entry, button);
      since = visible ? (since ?? performance.now()) : null;
    }
  };
  const watched = { threshold: [0.9], trackVisibility: true, delay: TRULY_VISIBLE_MS };
  const observer = new IntersectionObserver(note, watched);
  observer.observe(button);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  button.addEventListener(
    'click',
    event => {
      if (!event.isTrusted) return onIgnored?.('not-trusted');
      note(observer.takeRecords());
      if (since === null || performance.now() - since < TRULY_VISIBLE_MS) return onIgnored?.('not-visible');
      act(event);
    },
    { signal },
  );
}

function isTrulyVisible(entry: IntersectionObserverEntry & { isVisible?: boolean }, button: HTMLElement): boolean {
  if (entry.isVisible !== undefined) return entry.isVisible;
  const { left, top, width, height } = button.getBoundingClientRect();
  const root = button.getRootNode() as Document | ShadowRoot;
  const topmost = root.elementFromPoint(left + width / 2, top + height / 2);
  return topmost !== null && (topmost === button || button.contains(topmost));
}
