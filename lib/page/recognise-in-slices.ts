import { inSlices, type Turns } from './in-slices';
import type { FieldMatch, PageTable, RecogniseOptions } from './page-table';
import type { PageView } from './page-view';
import { recognition } from './recognise-fields';

export interface SliceOptions extends RecogniseOptions, Turns {
  /** The field in use, whose hint is wanted first; then what is in view, then the rest. */
  focused?: Element | null;
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
  const work = recognition(root, table, options, (view, fields) => nearestFirst(view, fields, options.focused ?? null));
  const all: [number, FieldMatch][] = [];
  const done = await inSlices(work, options, fresh => {
    all.push(...fresh);
    options.onMatches(fresh.map(([, match]) => match));
  });
  return done && all.sort(([a], [b]) => a - b).map(([, match]) => match);
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
