import type { FieldMatch, PageTable, RecogniseOptions } from './page-table';
import type { PageView } from './page-view';
import { recognition } from './recognise-fields';

/** How long the page may wait for us, in milliseconds; a frame is 16. */
const SLICE = 8;

export interface SliceOptions extends RecogniseOptions {
  /** The field in use, whose hint is wanted first; then what is in view, then the rest. */
  focused?: Element | null;
  /** Milliseconds, rising. */
  now: () => number;
  /** Lets the page go first; resolves when it has nothing to do (requestIdleCallback, or a timer where there is none). */
  pause: () => Promise<void>;
  signal: AbortSignal;
  /** What one slice has found, in no order. */
  onMatches: (matches: FieldMatch[]) => void;
}

/**
 * Recognises a page between its own tasks. Resolves to all matches, in the page's order, or to null when stopped.
 * What it answers holds for the page as it was read: read again after changes, keep nothing by element.
 */
export async function recogniseInSlices(
  root: Document,
  table: PageTable,
  options: SliceOptions,
): Promise<FieldMatch[] | null> {
  const { now, pause, signal, onMatches, focused } = options;
  const work = recognition(root, table, options, (view, fields) => nearestFirst(view, fields, focused ?? null));
  const all: [number, FieldMatch][] = [];
  for (;;) {
    if (signal.aborted) return null;
    const end = now() + SLICE;
    const fresh: FieldMatch[] = [];
    let done = false;
    do {
      const step = work.next();
      done = step.done === true;
      if (!step.value) continue;
      all.push(step.value);
      fresh.push(step.value[1]);
    } while (!done && now() < end);
    if (fresh.length) onMatches(fresh);
    if (done) return all.sort(([a], [b]) => a - b).map(([, match]) => match);
    await pause();
  }
}

function nearestFirst(view: PageView, fields: number[], focused: Element | null): number[] {
  const height = view.root.defaultView?.innerHeight ?? 0;
  const rank = (at: number): number => {
    const { element } = view.items[at]!;
    if (element === focused) return 0;
    const { top, bottom } = view.rect(element);
    return bottom > 0 && top < height ? 1 : 2;
  };
  const ranks = new Map(fields.map(at => [at, rank(at)]));
  return [...fields].sort((a, b) => ranks.get(a)! - ranks.get(b)! || a - b);
}
