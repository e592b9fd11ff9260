import type { Sentence } from '../model/sentence';

/** A wording that is probably a slip; `to` holds the likelier readings, best first. */
export interface Slip {
  from: string;
  to: string[];
  why: Sentence;
}
