import { type Clause, type Head, isMark } from './clause';
import { chooseEach, conditionIn, isFiller, reached } from './clause-case';
import type { Island, Mark } from './island';
import { lastIndex, lastOf, markText } from './last-island';

const HEADS: ReadonlySet<Mark> = new Set([
  'zero',
  'noBonus',
  'noDeduct',
  'full',
  'veto',
  'byRatio',
  'share',
  'capWeight',
  'fillUp',
  'noNegative',
  'negative',
  'unlimited',
  'dedupe',
  'multiplier',
  'stray',
]);
/** What may stand before a comparison of a change. */
const CHANGED = /(?:下降|降低|减少|上升|增加|增长|提高|上涨|低|少|超)$/;
const SEPARATORS: ReadonlySet<Mark> = new Set(['comma', 'list', 'slash', 'open', 'close']);

export function isHead(island: Island): boolean {
  return island.kind === 'effect' || island.kind === 'cap' || (island.kind === 'mark' && HEADS.has(island.mark));
}

export function isSeparator(island: Island): boolean {
  return island.kind === 'mark' && SEPARATORS.has(island.mark);
}

/** Which island of a clause is its effect, which its case. */
export function describeClause(all: readonly Island[], text: string, sentence: number): Clause {
  const first = all.findIndex(island => !isSeparator(island));
  const islands = all.slice(first);
  const headAt = islands.findIndex(isHead);
  const head = headAt < 0 ? null : (islands[headAt] as Head);
  const before = headAt < 0 ? islands : islands.slice(0, headAt);
  const ownFrom = lastIndex(before, island => isMark(island, 'comma')) + 1;
  const own = before.slice(ownFrom);
  const earlier = before.slice(0, ownFrom);
  const after = headAt < 0 ? [] : islands.slice(headAt + 1);
  const bare = own.every(isFiller);
  const each = chooseEach(own, earlier, after, bare, head);
  const bound =
    conditionIn(own, before) ??
    (bare && !each ? conditionIn(earlier, before) : null) ??
    (each ? null : reached(own, head));
  const start = islands[0]!.start;
  return {
    islands,
    head,
    start,
    end: islands[islands.length - 1]!.end,
    sentence,
    lead: text.slice(start, head ? head.start : islands[islands.length - 1]!.end),
    each,
    bound,
    requirement: lastOf(
      before.filter(island => island !== bound),
      'bound',
    ),
    ofChange: bound !== null && CHANGED.test(text.slice(Math.max(0, bound.start - 2), bound.start)),
    reference: lastOf(before, 'reference'),
    level: markText(before, 'level'),
    rank: markText(before, 'rank'),
    label: markText(own, 'label') ?? (bare ? markText(earlier, 'label') : null),
    bare,
  };
}
