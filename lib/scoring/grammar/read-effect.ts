import type { Amount, EffectIsland, Sign } from './island';
import type { Token, TokenKind } from './token';
import type { TokenReader } from './token-reader';

const VERBS: ReadonlySet<TokenKind> = new Set(['deduct', 'award', 'bonus']);
const FLAGS: ReadonlySet<TokenKind> = new Set(['again', 'extra', 'eachOf', 'discretion']);
/** 再另从总分中扣, 给予加分: more in a row are no sentence, and looking at them again and again would not be linear. */
const MOST_FLAGS = 8;
const MOST_VERBS = 3;
const MOST_VALUES = 12;
/** Words that may stand between a flag and its verb. */
const LINKS =
  /^(?:应|将|可|可以|给予|予以|并|则|也|都|直接|一次性|单独|要|从|在|由|于|中|里|内|按|每次|当年|考核|的|分数|相应)+$/;

/** 扣1分, 再扣0.5分, 各得1分, 从总分中扣5分, 分别加3、2、1分, 扣该项分值的一半, 酌情扣1-3分, 酌情给分 */
export function readEffect(reader: TokenReader): EffectIsland | null {
  return reader.attempt(() => readVerbEffect(reader)) ?? reader.attempt(() => readBareEffect(reader));
}

function readVerbEffect(reader: TokenReader): EffectIsland | null {
  const first = reader.peek();
  const flags = { additional: false, extra: false, distributes: false, discretion: false, fromTotal: false };
  if (!FLAGS.has(first.kind) && first.kind !== 'total' && !VERBS.has(first.kind) && first.text !== '增加') return null;
  for (let taken = 0; taken < MOST_FLAGS; taken++) {
    const token = reader.peek();
    if (token.kind === 'again') flags.additional = true;
    else if (token.kind === 'extra') flags.extra = true;
    else if (token.kind === 'eachOf') flags.distributes = true;
    else if (token.kind === 'discretion') flags.discretion = true;
    else if (token.kind === 'total') flags.fromTotal = true;
    else if (!(token.kind === 'comma' && flags.discretion) && !(token.kind === 'text' && LINKS.test(token.text))) break;
    reader.take();
  }
  let verb: Token | null = null;
  for (let taken = 0; taken < MOST_VERBS; taken++) {
    const token = reader.peek();
    if (!VERBS.has(token.kind) && !(token.text === '增加' && verb === null)) break;
    verb = reader.take();
  }
  if (!verb) return flags.discretion ? judgedRange(reader, first) : null;
  const sign: Sign = verb.kind === 'up' ? 'bonus' : (verb.kind as Sign);
  if (reader.accept('total')) flags.fromTotal = true;
  // 得基本分8分
  if (sign === 'award' && reader.is('base') && reader.is('points', 1)) reader.take();
  const amount = readAmount(reader, verb, sign, flags.discretion);
  if (!amount) return null;
  const noun = readNoun(reader);
  return {
    kind: 'effect',
    sign: noun?.sign ?? sign,
    amount: amount.amount,
    ...flags,
    extra: flags.extra || (verb.text === '倒扣' && !flags.additional),
    bare: false,
    start: first.start,
    end: noun?.end ?? amount.end,
  };
}

/** 综合评定0-5分: a person decides, and no verb says so. */
function judgedRange(reader: TokenReader, first: Token): EffectIsland | null {
  const found = readPoints(reader, 'award');
  if (found?.amount.type !== 'range') return null;
  const { amount, end } = found;
  const flags = { additional: false, extra: false, distributes: false, discretion: true, fromTotal: false };
  return { kind: 'effect', sign: 'award', amount, ...flags, bare: false, start: first.start, end };
}

/** 给予1-5分的加分: the noun behind the points says which way they go. */
function readNoun(reader: TokenReader): { sign: Sign; end: number } | null {
  return reader.attempt(() => {
    if (/^的(?:标准)?$/.test(reader.peek().text)) reader.take();
    const noun = reader.peek();
    if (!/^(?:加分|奖励|扣分|计分|记分)$/.test(noun.text)) return null;
    reader.take();
    return { sign: noun.kind as Sign, end: noun.end };
  });
}

interface Found {
  amount: Amount;
  end: number;
}

function readAmount(reader: TokenReader, verb: Token, sign: Sign, discretion: boolean): Found | null {
  const direct = reader.attempt(() => readPoints(reader, sign));
  if (direct) return direct;
  const ofWeight = reader.attempt(() => readShare(reader, sign));
  if (ofWeight) return ofWeight;
  if (reader.is('equals')) return null;
  const saysPoints = verb.text.endsWith('分');
  const endsHere = ['comma', 'stop', 'close', 'list', 'open'].includes(reader.peek().kind) || reader.done;
  if (discretion && (saysPoints || endsHere)) return { amount: { type: 'unstated' }, end: verb.end };
  // 未完成的扣分: how much is not said
  return saysPoints && endsHere && sign === 'deduct' ? { amount: { type: 'unstated' }, end: verb.end } : null;
}

function readPoints(reader: TokenReader, sign: Sign): Found | null {
  for (let taken = 0; taken < 3; taken++) {
    if (!reader.is('item') && !/^(?:其|相应|考核|的)$/.test(reader.peek().text)) break;
    reader.take();
  }
  const first = reader.peek();
  if (first.kind !== 'points' && first.kind !== 'number') return null;
  reader.take();
  if (reader.accept('to')) {
    const last = reader.accept('points');
    if (!last || last.value < first.value || isCompared(reader)) return null;
    return { amount: { type: 'range', min: first.value, max: last.value }, end: last.end };
  }
  const list = reader.attempt(() => readRest(reader, first));
  if (list) return list;
  if (first.kind !== 'points') return null;
  if (reader.is('suffix') && reader.peek().op === '<=' && sign === 'deduct') {
    return { amount: { type: 'range', min: 0, max: first.value }, end: reader.take().end };
  }
  return isCompared(reader) ? null : { amount: { type: 'points', value: first.value }, end: first.end };
}

/** 3分、2分、1分; 3、2、1分 */
function readRest(reader: TokenReader, first: Token): Found | null {
  const values = [first.value];
  let complete: { at: number; end: number; count: number } | null = null;
  while (values.length < MOST_VALUES && (reader.is('list') || reader.is('comma') || reader.is('slash'))) {
    const { kind } = reader.peek(1);
    if (kind !== 'points' && kind !== 'number') break;
    reader.take();
    const next = reader.take();
    if (isCompared(reader) || reader.is('to')) break;
    values.push(next.value);
    if (kind === 'points') complete = { at: reader.at, end: next.end, count: values.length };
  }
  if (!complete) return null;
  reader.at = complete.at;
  return { amount: { type: 'list', values: values.slice(0, complete.count) }, end: complete.end };
}

function isCompared(reader: TokenReader): boolean {
  return (
    reader.is('suffix') ||
    reader.is('inclusive') ||
    reader.is('exclusive') ||
    /^(?:左右|上下|到|的(?!标准$).)/.test(reader.peek().text)
  );
}

/** 满分的80% */
function readPart(reader: TokenReader): Found | null {
  if (reader.take().text !== '的') return null;
  const token = reader.take();
  if (token.kind !== 'half' && token.kind !== 'percent') return null;
  return { amount: { type: 'ratio', value: token.kind === 'half' ? 0.5 : token.value / 100 }, end: token.end };
}

/** 该项分值的一半, 50%, 满分 */
function readShare(reader: TokenReader, sign: Sign): Found | null {
  for (let taken = 0; taken < 4; taken++) {
    const token = reader.peek();
    if (token.kind === 'full') {
      reader.take();
      const part = reader.attempt(() => readPart(reader));
      if (part) return part;
      return sign === 'award' ? { amount: { type: 'full' }, end: token.end } : null;
    }
    if (token.kind === 'half' || token.kind === 'percent') {
      reader.take();
      let { end } = token;
      if (reader.is('suffix') || reader.is('to')) return null;
      const named = reader.is('weight') || /^的?分/.test(reader.peek().text) || taken > 0;
      if (!named && token.kind === 'percent' && sign !== 'deduct') return null;
      if (reader.is('weight')) end = reader.take().end;
      return { amount: { type: 'ratio', value: token.kind === 'half' ? 0.5 : token.value / 100 }, end };
    }
    if (token.kind !== 'item' && token.kind !== 'weight' && !/^(?:的|其|考核)$/.test(token.text)) return null;
    reader.take();
  }
  return null;
}

/** 在0-5分之间打分 */
function givenWithin(reader: TokenReader, first: Token, { amount }: Found): EffectIsland | null {
  if (!/^(?:之间|范围内|区间内|内)$/.test(reader.peek().text)) return null;
  reader.take();
  const verb = reader.accept('award');
  if (!verb?.text.endsWith('分')) return null;
  const flags = { additional: false, extra: false, distributes: false, discretion: true, fromTotal: false };
  return { kind: 'effect', sign: 'award', amount, ...flags, bare: false, start: first.start, end: verb.end };
}

function readBareEffect(reader: TokenReader): EffectIsland | null {
  // 10-1分: not one point.
  if (reader.is('to', -1)) return null;
  const distributes = reader.accept('eachOf');
  const first = reader.peek();
  const found = readPoints(reader, 'award');
  if (found?.amount.type === 'range' && !distributes) return givenWithin(reader, first, found);
  if (!found || found.amount.type === 'range' || (first.kind === 'number' && found.amount.type !== 'list')) return null;
  const noun = readNoun(reader);
  return {
    kind: 'effect',
    sign: noun?.sign ?? 'award',
    amount: found.amount,
    additional: false,
    extra: false,
    distributes: distributes !== null,
    discretion: false,
    fromTotal: false,
    bare: noun === null,
    start: first.start,
    end: noun?.end ?? found.end,
  };
}
