import type {
  BoundIsland,
  CapIsland,
  EachIsland,
  EffectIsland,
  Island,
  Mark,
  MarkIsland,
  ReferenceIsland,
} from './island';
import { isTimeUnit } from './units';

/** What a clause does to the points. */
export type Head = EffectIsland | CapIsland | MarkIsland;

/** A stretch of text with at most one head: the case it is for, then what it costs or gives. */
export interface Clause {
  islands: readonly Island[];
  head: Head | null;
  start: number;
  end: number;
  /** Number of the sentence, from 0. */
  sentence: number;
  /** The words before the head. */
  lead: string;
  each: EachIsland | null;
  /** The comparison that the case consists of. */
  bound: BoundIsland | null;
  /** An earlier comparison in the same clause: what is asked for (不少于2次，…). */
  requirement: BoundIsland | null;
  /** 下降5个百分点以上: the comparison is of a change, not of the value. */
  ofChange: boolean;
  reference: ReferenceIsland | null;
  level: string | null;
  rank: string | null;
  label: string | null;
  /** Stands between brackets. */
  bracketed: boolean;
  /** Nothing but the effect since the last comma. */
  bare: boolean;
}

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
const SEPARATORS: ReadonlySet<Mark> = new Set(['comma', 'list', 'slash', 'open', 'close']);

export function isMark(island: Island | null | undefined, mark: Mark): island is MarkIsland {
  return island?.kind === 'mark' && island.mark === mark;
}

export function hasMark(clause: Clause, mark: Mark): boolean {
  return clause.islands.some(island => isMark(island, mark));
}

/** Cuts at full stops, and at lesser separators once something has happened to the points. */
export function cutClauses(islands: readonly Island[], text: string): Clause[] {
  const clauses: Clause[] = [];
  let current: Island[] = [];
  let hasHead = false;
  let hasFormula = false;
  let sentence = 0;
  let depth = 0;
  const cut = () => {
    if (current.some(island => !isSeparator(island))) clauses.push(describe(current, text, sentence, depth > 0));
    current = [];
    hasHead = false;
    hasFormula = false;
  };
  for (const island of islands) {
    if (isMark(island, 'stop')) {
      cut();
      sentence++;
      depth = 0;
      continue;
    }
    if ((hasFormula && isMark(island, 'comma')) || (hasHead && (isHead(island) || isSeparator(island)))) cut();
    if (isMark(island, 'open')) depth++;
    if (isMark(island, 'close')) depth = Math.max(0, depth - 1);
    current.push(island);
    hasHead ||= isHead(island);
    hasFormula ||= isMark(island, 'times');
  }
  cut();
  return clauses;
}

function isHead(island: Island): boolean {
  return island.kind === 'effect' || island.kind === 'cap' || (island.kind === 'mark' && HEADS.has(island.mark));
}

function isSeparator(island: Island): boolean {
  return island.kind === 'mark' && SEPARATORS.has(island.mark);
}

function describe(all: readonly Island[], text: string, sentence: number, bracketed: boolean): Clause {
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
    conditions(own, before) ??
    (bare && !each ? conditions(earlier, before) : null) ??
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
    ofChange:
      bound !== null && /(?:下降|降低|减少|上升|增加|增长|提高|上涨|低|少|超)$/.test(text.slice(0, bound.start)),
    reference: lastOf(before, 'reference'),
    level: markText(before, 'level'),
    rank: markText(before, 'rank'),
    label: markText(own, 'label') ?? (bare ? markText(earlier, 'label') : null),
    bracketed: bracketed || isMark(all[0], 'open'),
    bare,
  };
}

/** The last comparison, unless it is a time allowed for something: 3日内未办结的. */
function conditions(islands: readonly Island[], before: readonly Island[]): BoundIsland | null {
  const bound = lastOf(islands, 'bound');
  const isDeadline =
    bound?.min === undefined && isTimeUnit(bound?.unit ?? '') && !before.some(island => isMark(island, 'late'));
  return isDeadline ? null : bound;
}

/** 完成率100%得10分: what is reached, without 达到. */
function reached(own: readonly Island[], head: Head | null): BoundIsland | null {
  const gives = isMark(head, 'full') || (head?.kind === 'effect' && head.sign !== 'deduct' && !head.bare);
  const words = own.filter(island => !isFiller(island));
  const last = words[words.length - 1];
  const before = words[words.length - 2];
  if (!gives || !isMark(last, 'percent') || (isMark(before, 'text') && before.text.endsWith('按'))) return null;
  const { value, start, end } = last;
  return {
    kind: 'bound',
    min: value,
    minIncl: true,
    maxIncl: false,
    unit: '%',
    open: false,
    isRange: false,
    start,
    end,
  };
}

/** Words that carry no case of their own. */
function isFiller(island: Island): boolean {
  return (
    island.kind === 'mark' &&
    (island.mark === 'item' || (island.mark === 'text' && /^[的则应并且将也都,还]*$/.test(island.text)))
  );
}

function chooseEach(
  own: readonly Island[],
  earlier: readonly Island[],
  after: readonly Island[],
  bare: boolean,
  head: Head | null,
): EachIsland | null {
  if (head?.kind !== 'effect') return null;
  const following = after[0];
  if (following?.kind === 'each' && following.marked && following.verb === null) return following;
  const inOwn = lastOf(own, 'each');
  // 一次集访50人以上: what is counted stands behind.
  const counted =
    inOwn &&
    !inOwn.marked &&
    inOwn.unit === '次' &&
    own.some(island => island.kind === 'bound' && island.start > inOwn.end);
  if (inOwn && !counted && counts(inOwn, own[own.length - 1] === inOwn, head)) return inOwn;
  const before = lastOf(earlier, 'each');
  if (before && (before.marked || (bare && counts(before, false, head)))) return before;
  return null;
}

/** Without 每, "one of them" counts as each; so does a change by any number of percentage points. */
function counts(each: EachIsland, adjacent: boolean, head: EffectIsland): boolean {
  if (each.marked) return true;
  if (each.per !== 1 && each.unit !== '%') return false;
  return head.sign !== 'award' || adjacent;
}

function lastOf<Kind extends Island['kind']>(
  islands: readonly Island[],
  kind: Kind,
): Extract<Island, { kind: Kind }> | null {
  const found = islands[lastIndex(islands, island => island.kind === kind)];
  return (found as Extract<Island, { kind: Kind }> | undefined) ?? null;
}

function markText(islands: readonly Island[], mark: Mark): string | null {
  const found = islands[lastIndex(islands, island => isMark(island, mark))];
  return isMark(found, mark) ? found.text : null;
}

/** findLastIndex is younger than the oldest browsers in use. */
function lastIndex(islands: readonly Island[], test: (island: Island) => boolean): number {
  let at = islands.length - 1;
  while (at >= 0 && !test(islands[at]!)) at--;
  return at;
}
