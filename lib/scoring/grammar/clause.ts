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
  /** Nothing but the effect since the last comma. */
  bare: boolean;
}

export function isMark(island: Island | null | undefined, mark: Mark): island is MarkIsland {
  return island?.kind === 'mark' && island.mark === mark;
}

export function hasMark(clause: Clause, mark: Mark): boolean {
  return clause.islands.some(island => isMark(island, mark));
}
