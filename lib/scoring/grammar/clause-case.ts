import { type Head, isMark } from './clause';
import type { BoundIsland, EachIsland, EffectIsland, Island } from './island';
import { lastOf } from './last-island';
import { isTimeUnit } from './units';

/** The last comparison, unless it is a time allowed for something: 3日内未办结的. */
export function conditionIn(islands: readonly Island[], before: readonly Island[]): BoundIsland | null {
  const bound = lastOf(islands, 'bound');
  // 30人以上…2小时以上: no single number decides; the case is asked for as a whole.
  if (islands.filter(island => island.kind === 'bound').length > 1) return null;
  const isDeadline =
    bound?.min === undefined && isTimeUnit(bound?.unit ?? '') && !before.some(island => isMark(island, 'late'));
  return isDeadline ? null : bound;
}

/** 完成率100%得10分: what is reached, without 达到. */
export function reached(own: readonly Island[], head: Head | null): BoundIsland | null {
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
export function isFiller(island: Island): boolean {
  return (
    island.kind === 'mark' &&
    (island.mark === 'item' || (island.mark === 'text' && /^[的则应并且将也都,还]*$/.test(island.text)))
  );
}

export function chooseEach(
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
