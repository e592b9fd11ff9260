import type { Comparison } from '../../model/rule';
import type { BoundIsland, ReferenceIsland } from './island';
import type { Token } from './token';
import type { TokenReader } from './token-reader';

/** 80%以上, 少于2次, 80%-90%, 90分以下80分以上, 60≤得分<80 */
export function readBound(reader: TokenReader): BoundIsland | null {
  const first = readSimpleBound(reader);
  if (!first || first.isRange) return first;
  const both = reader.attempt(() => {
    if (reader.is('list') || reader.is('comma') || /^[但且至和]+$/.test(reader.peek().text)) reader.take();
    const second = readSimpleBound(reader);
    return second && join(first, second);
  });
  return both ?? first;
}

/** 低于全市平均数的 */
export function readReference(reader: TokenReader): ReferenceIsland | null {
  return reader.attempt(() => {
    const compare = reader.accept('compare');
    if (compare?.op !== '<' && compare?.op !== '>') return null;
    let text = '';
    let { end } = compare;
    for (let taken = 0; taken < 3 && (reader.is('text') || reader.is('total')); taken++) {
      const token = reader.take();
      text += token.text;
      end = token.end;
      if (token.text.includes('的')) break;
    }
    const name = /^[^的]*/.exec(text)![0];
    if (name.length < 2 || name.length > 16 || /^(?:要求|规定|标准$|应|以)/.test(name)) return null;
    return { kind: 'reference', op: compare.op, text: name, start: compare.start, end };
  });
}

function readSimpleBound(reader: TokenReader): BoundIsland | null {
  return (
    reader.attempt(() => readBetween(reader)) ??
    reader.attempt(() => readPrefixed(reader)) ??
    reader.attempt(() => readSuffixed(reader))
  );
}

/** 60≤得分<80, 80%（含）-90% */
function readBetween(reader: TokenReader): BoundIsland | null {
  const low = readQuantity(reader);
  if (!low) return null;
  const lowMark = readInclusion(reader);
  let minIncl = lowMark ?? true;
  if (!reader.accept('to')) {
    const compare = reader.accept('compare');
    if (!compare?.op || !/[<≤]/.test(compare.text)) return null;
    minIncl = compare.op === '<=';
    if (!reader.is('compare')) reader.take();
    const second = reader.accept('compare');
    if (!second?.op || !/[<≤]/.test(second.text)) return null;
    const high = readQuantity(reader);
    if (!high || high.value <= low.value) return null;
    return bound(low, high.end, {
      min: low.value,
      minIncl,
      max: high.value,
      maxIncl: second.op === '<=',
      unit: unitOf(high) || unitOf(low),
      isRange: true,
    });
  }
  const high = readQuantity(reader);
  if (!high || high.value <= low.value) return null;
  const highMark = readInclusion(reader);
  const suffix = reader.is('suffix') && reader.peek().op === '<=' ? reader.take() : null;
  let { end } = suffix ?? high;
  if (reader.is('text') && reader.peek().text.startsWith('之间')) end = reader.peek().start + 2;
  return bound(low, end, {
    min: low.value,
    minIncl,
    max: high.value,
    maxIncl: highMark ?? false,
    unit: unitOf(high) || unitOf(low),
    isRange: true,
  });
}

/** 低于85%, 超过规定数量的10%, 不少于2次（含2次）, 超过8%以上 */
function readPrefixed(reader: TokenReader): BoundIsland | null {
  const compare = reader.accept('compare') ?? reader.accept('unmet');
  if (!compare) return null;
  let of = '';
  while ((reader.is('text') || reader.is('total') || reader.is('cap')) && of.length < 12) of += reader.take().text;
  if (of.length > 12) return null;
  const quantity = readQuantity(reader);
  if (!quantity || reader.is('to')) return null;
  const mark = readInclusion(reader);
  let op: Comparison = compare.op ?? '<';
  const suffix = reader.is('suffix') ? reader.take() : null;
  // 达到90%以上 is 90%以上; 超过8%以上 stays above 8 %.
  if (suffix?.op && op.endsWith('=') && suffix.op[0] !== op[0]) return null;
  // 高于平均值5个百分点以上: by five or more.
  if (of && suffix?.op) op = suffix.op;
  if (mark !== null) op = mark ? `${direction(op)}=` : direction(op);
  return bound(compare, (suffix ?? quantity).end, {
    ...interval(op, quantity.value),
    unit: unitOf(quantity),
    ...(of.replace(/的$/, '') ? { of: of.replace(/的$/, '') } : {}),
  });
}

/** 90%以上, 60%（含）以下, 3天内 */
function readSuffixed(reader: TokenReader): BoundIsland | null {
  const quantity = readQuantity(reader);
  if (!quantity) return null;
  const base = quantity.kind === 'percent' ? readBase(reader) : null;
  if (base !== null) return bound(quantity, base, { ...interval('>=', quantity.value), unit: '%' });
  const before = readInclusion(reader);
  const suffix = reader.accept('suffix');
  if (!suffix?.op) return null;
  const mark = before ?? readInclusion(reader) ?? (/[及或含]/.test(suffix.text) ? true : null);
  const op: Comparison = mark === false ? direction(suffix.op) : suffix.op;
  return bound(quantity, suffix.end, {
    ...interval(op, quantity.value),
    unit: unitOf(quantity),
    open: mark === null && suffix.op === '<=',
  });
}

/** 以90%为基数: where the words end that make it what is asked for; null where they do not. */
function readBase(reader: TokenReader): number | null {
  return reader.attempt(() => {
    if (reader.accept('gradeVerb')?.text !== '为') return null;
    const { start, text } = reader.peek();
    const base = /^(?:基数|基准线?|底线|目标值?|标准线?|达标线|起点)/.exec(text)?.[0];
    if (base === undefined) return null;
    reader.take();
    return start + base.length;
  });
}

/** 80%以上 and 90%以下 → 80%-90% */
function join(first: BoundIsland, second: BoundIsland): BoundIsland | null {
  if (second.isRange || (first.unit && second.unit && first.unit !== second.unit)) return null;
  const [low, high] = first.min === undefined ? [second, first] : [first, second];
  if (low.min === undefined || high.max === undefined || low.max !== undefined || high.min !== undefined) return null;
  if (low.min >= high.max) return null;
  return {
    ...low,
    max: high.max,
    // 80%以上90%以下 beside 90%以上: the next band decides what becomes of the upper end.
    maxIncl: high.maxIncl && !high.open,
    unit: high.unit || low.unit,
    isRange: true,
    open: false,
    start: Math.min(first.start, second.start),
    end: Math.max(first.end, second.end),
  };
}

function readQuantity(reader: TokenReader): Token | null {
  for (const kind of ['count', 'percent', 'points', 'number', 'percentPoint'] as const) {
    const token = reader.accept(kind);
    if (token) return token;
  }
  return null;
}

function unitOf(token: Token): string {
  if (token.kind === 'count') return token.unit;
  if (token.kind === 'percent' || token.kind === 'percentPoint') return '%';
  return token.kind === 'points' ? '分' : '';
}

function readInclusion(reader: TokenReader): boolean | null {
  if (reader.accept('inclusive')) return true;
  return reader.accept('exclusive') ? false : null;
}

function direction(op: Comparison): '<' | '>' {
  return op[0] as '<' | '>';
}

function interval(op: Comparison, value: number): Partial<BoundIsland> {
  return op[0] === '>' ? { min: value, minIncl: op === '>=' } : { max: value, maxIncl: op === '<=' };
}

function bound(first: Token, end: number, found: Partial<BoundIsland>): BoundIsland {
  return {
    kind: 'bound',
    minIncl: true,
    maxIncl: false,
    unit: '',
    open: false,
    isRange: false,
    ...found,
    start: first.start,
    end,
  };
}
