import { isMark } from './clause';
import type { Island, Mark } from './island';

export function lastOf<Kind extends Island['kind']>(
  islands: readonly Island[],
  kind: Kind,
): Extract<Island, { kind: Kind }> | null {
  const found = islands[lastIndex(islands, island => island.kind === kind)];
  return (found as Extract<Island, { kind: Kind }> | undefined) ?? null;
}

export function markText(islands: readonly Island[], mark: Mark): string | null {
  const found = islands[lastIndex(islands, island => isMark(island, mark))];
  return isMark(found, mark) ? found.text : null;
}

/** findLastIndex is younger than the oldest browsers in use. */
export function lastIndex(islands: readonly Island[], test: (island: Island) => boolean): number {
  let at = islands.length - 1;
  while (at >= 0 && !test(islands[at]!)) at--;
  return at;
}
