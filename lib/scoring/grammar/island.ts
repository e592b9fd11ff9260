import type { Comparison } from '../../model/rule';
import type { TokenKind } from './token';

/** Where something stands in the folded text. */
interface Place {
  start: number;
  end: number;
}

export type Amount =
  | { type: 'points'; value: number }
  | { type: 'range'; min: number; max: number }
  /** 分别得3、2、1分 */
  | { type: 'list'; values: number[] }
  /** A share of the item's weight. */
  | { type: 'ratio'; value: number }
  | { type: 'full' }
  /** 酌情扣分 */
  | { type: 'unstated' };

export type Sign = 'deduct' | 'award' | 'bonus';

export interface EffectIsland extends Place {
  kind: 'effect';
  sign: Sign;
  amount: Amount;
  /** 再扣 */
  additional: boolean;
  /** 追加扣除, 倒扣: below the item's zero. */
  extra: boolean;
  /** 各, 分别, 均 */
  distributes: boolean;
  /** 酌情, 视情 */
  discretion: boolean;
  /** 从总分中扣 */
  fromTotal: boolean;
  /** Points without a verb: 每次报送1分, （5分）. */
  bare: boolean;
}

export type ChangeVerb = 'late' | 'short' | 'excess' | 'down' | 'up';

export interface EachIsland extends Place {
  kind: 'each';
  per: number;
  /** '%' for percentage points. */
  unit: string;
  verb: ChangeVerb | null;
  verbText: string;
  /** With 每; without it only "one of them" counts as each. */
  marked: boolean;
}

export interface BoundIsland extends Place {
  kind: 'bound';
  min?: number;
  minIncl: boolean;
  max?: number;
  maxIncl: boolean;
  unit: string;
  /** 以下, 以内 without （含）: the value itself is open. */
  open: boolean;
  /** Two ends: 80%-90%. */
  isRange: boolean;
  /** 达到单位人数的20%: what the percentage is of. */
  of?: string;
}

/** 低于全市平均数: compared with something that is no number. */
export interface ReferenceIsland extends Place {
  kind: 'reference';
  op: Comparison;
  text: string;
}

export interface CapIsland extends Place {
  kind: 'cap';
  max: number;
  sign: Sign | null;
  scope: 'item' | 'group' | 'total' | null;
}

/** One word or set phrase with a meaning of its own. */
export interface MarkIsland extends Place {
  kind: 'mark';
  mark: Mark;
  text: string;
  value: number;
  /** Of a count. */
  unit: string;
}

/** Words that are always read into an island of another kind. */
type TakenUp =
  | 'to'
  | 'points'
  | 'percentPoint'
  | 'everyUnit'
  | 'perUnit'
  | 'deduct'
  | 'award'
  | 'bonus'
  | 'scoreNoun'
  | 'again'
  | 'extra'
  | 'half'
  | 'cap'
  | 'compare'
  | 'suffix'
  | 'inclusive'
  | 'exclusive'
  | 'short'
  | 'down'
  | 'up';

/** Of the others, `every` is a 每 whose quantity was not found; `stray` is a 扣分, 加分, 计分 that no effect accounts for. */
export type Mark = Exclude<TokenKind, TakenUp> | 'stray';

export type Island = EffectIsland | EachIsland | BoundIsland | ReferenceIsland | CapIsland | MarkIsland;
