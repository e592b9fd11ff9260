import type { ChangeVerb, EachIsland } from './island';
import type { Token, TokenKind } from './token';
import type { TokenReader } from './token-reader';
import { isTimeUnit } from './units';

const CHANGES: ReadonlySet<TokenKind> = new Set(['late', 'short', 'excess', 'down', 'up']);
const COUNTABLE: ReadonlySet<TokenKind> = new Set(['count', 'percent', 'percentPoint']);
/** 每低1分 */
const GAPS: ReadonlySet<TokenKind> = new Set(['short', 'down', 'up', 'excess', 'compare']);
const FAR = 8;

/** 每次, 每少1人, 每低2个百分点, 逾期1天, 发现一处 */
export function readEach(reader: TokenReader): EachIsland | null {
  return (
    reader.attempt(() => readEveryUnit(reader)) ??
    reader.attempt(() => readEvery(reader)) ??
    reader.attempt(() => readChange(reader)) ??
    reader.attempt(() => readOne(reader))
  );
}

function readEveryUnit(reader: TokenReader): EachIsland | null {
  const token = reader.accept('everyUnit') ?? reader.accept('perUnit');
  if (!token) return null;
  const inner = reader.is('everyUnit') ? reader.take() : null;
  const unit = inner ? (token.unit === '人' && inner.unit === '次' ? '人次' : inner.unit) : token.unit;
  return each(token, inner ?? token, 1, unit, null, true);
}

/** The quantity may stand a few words behind 每; what stands between says what kind of change is counted. */
function readEvery(reader: TokenReader): EachIsland | null {
  const every = reader.accept('every');
  if (!every) return null;
  let change: Token | null = null;
  let words = 0;
  for (let taken = 0; taken < FAR; taken++) {
    const token = reader.peek();
    if (COUNTABLE.has(token.kind) || (token.kind === 'points' && change !== null && GAPS.has(change.kind))) {
      reader.take();
      if (isCompared(reader)) return null;
      return each(every, token, token.value, unitOf(token), change, true);
    }
    if (['comma', 'stop', 'points', 'open', 'deduct'].includes(token.kind)) return null;
    // 每千人配备不足2名: a ratio that is too small, not a step of two.
    if (change === null && token.kind === 'compare' && token.op?.startsWith('<') && words > 2) return null;
    if (change === null && (CHANGES.has(token.kind) || token.kind === 'compare')) change = token;
    words += token.text.length;
    reader.take();
  }
  return null;
}

/** 少1次, 低1个百分点, 逾期一天: without 每 */
function readChange(reader: TokenReader): EachIsland | null {
  const change = reader.peek();
  if (!CHANGES.has(change.kind)) return null;
  reader.take();
  for (let taken = 0; taken < 2 && reader.is('text') && reader.peek().text.length <= 4; taken++) reader.take();
  const token = reader.peek();
  if (!COUNTABLE.has(token.kind)) return null;
  reader.take();
  if (isCompared(reader)) return null;
  return each(change, token, token.value, unitOf(token), change, false);
}

/** 一处, 1次: one of them. Two of them may be a condition. */
function readOne(reader: TokenReader): EachIsland | null {
  const token = reader.accept('count');
  if (token?.value !== 1 || isCompared(reader)) return null;
  if (isTimeUnit(token.unit) && !reader.is('deduct')) return null;
  return each(token, token, 1, token.unit, null, false);
}

function each(first: Token, last: Token, per: number, unit: string, change: Token | null, marked: boolean): EachIsland {
  const verb = change && verbOf(change);
  // 每低1个点: of a percentage.
  const isPoint = unit === '点' && (verb === 'down' || verb === 'up');
  return {
    kind: 'each',
    per,
    unit: isPoint ? '%' : unit,
    verb,
    verbText: change?.text ?? '',
    marked,
    start: first.start,
    end: last.end,
  };
}

function verbOf(token: Token): ChangeVerb {
  if (token.kind !== 'compare') return token.kind as ChangeVerb;
  return token.op?.startsWith('<') ? 'down' : 'excess';
}

function unitOf(token: Token): string {
  if (token.kind === 'points') return '分';
  return token.kind === 'count' ? token.unit : '%';
}

/** 5%（含）以上, 1至3次: a comparison, not one step of it. */
function isCompared(reader: TokenReader): boolean {
  return (['suffix', 'to', 'inclusive', 'exclusive'] as const).some(kind => reader.is(kind));
}
