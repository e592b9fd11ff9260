import { suggestText } from '../../journal/suggest-text';
import type { HistoryEntry } from '../../model/campaign-journal';
import type { Conflict } from './conflicts';

/**
 * Two people's texts put together by sentences, to be offered; null where there is nothing to offer. `original` is the
 * workbook's own text, from which both started where the log knows nothing older.
 */
export function suggestMerge(
  { claims, field }: Conflict,
  history: readonly HistoryEntry[],
  original: string,
): string | null {
  const [ours, theirs, third] = claims;
  // Of a row as such: a place or a weight is no text to put together, and that a row goes is none at all.
  if (/^(?:draft:)?(?:place|section|removed|weight)$/.test(field)) return null;
  if (third || typeof ours?.value !== 'string' || typeof theirs?.value !== 'string') return null;
  const suggestion = suggestText(commonText(ours.id, theirs.id, history) ?? original, ours.value, theirs.value);
  return suggestion === ours.value || suggestion === theirs.value ? null : suggestion;
}

/** What stood where the two parted; undefined where that is the workbook's own text. */
function commonText(ours: string, theirs: string, history: readonly HistoryEntry[]): string | undefined {
  const [before, beforeTheirs] = [ancestors(ours, history), ancestors(theirs, history)];
  const shared = history.filter(({ op }) => before.has(op.id) && beforeTheirs.has(op.id));
  const last = shared[shared.length - 1];
  return last?.after === undefined ? undefined : last.after === null ? '' : String(last.after);
}

function ancestors(id: string, history: readonly HistoryEntry[]): Set<string> {
  const byId = new Map(history.map(({ op }) => [op.id, op]));
  const found = new Set<string>();
  const open = [...(byId.get(id)?.parents ?? [])];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    open.push(...(byId.get(next)?.parents ?? []));
  }
  return found;
}
