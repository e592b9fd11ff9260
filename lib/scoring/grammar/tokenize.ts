import type { Comparison } from '../../model/rule';
import { COMPARISONS, SUFFIXES, WORDS } from './lexicon';
import { NUMERAL, readNumber } from './numerals';
import { PATTERNS } from './patterns';
import { quantityAt } from './quantity-token';
import type { Steps } from './steps';
import type { Token, TokenKind } from './token';
import { isTimeUnit, unitName } from './units';

interface Word {
  kind: TokenKind;
  op: Comparison | null;
}

const WORD_KINDS = new Map<string, Word>([
  ...entries(WORDS, kind => ({ kind: kind as TokenKind, op: null })),
  ...entries(COMPARISONS, op => ({ kind: 'compare', op: op as Comparison })),
  ...entries(SUFFIXES, op => ({ kind: 'suffix', op: op as Comparison })),
]);
const WORD = new RegExp(
  [...WORD_KINDS.keys()]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('|'),
  'y',
);
const PATTERN = new RegExp(PATTERNS.map(([, source]) => `(${source})`).join('|'), 'y');
const PUNCTUATION: Readonly<Record<string, TokenKind>> = {
  ';': 'stop',
  '。': 'stop',
  '\n': 'stop',
  '!': 'stop',
  ',': 'comma',
  ':': 'comma',
  '、': 'list',
  '/': 'slash',
  '(': 'open',
  ')': 'close',
  '[': 'open',
  ']': 'close',
  '=': 'equals',
};
const NUMBERING = new RegExp(
  `\\((?:\\d{1,2}|${NUMERAL}{1,3})\\)|[①-⑳]|(?:\\d{1,2}[.、)]|${NUMERAL}{1,3}、)(?!\\d)`,
  'y',
);
const TO = /至|到|-+|—+/y;
const INCLUSIVE = /\((含|不含|包括|不包括|包含|不包含)[^()]{0,8}\)/y;
const INSIDE = /内(?![容部控外设])/y;
/** What 至 or - can follow as part of a range. */
const QUANTITIES: ReadonlySet<TokenKind> = new Set([
  'number',
  'points',
  'percent',
  'percentPoint',
  'count',
  'inclusive',
  'exclusive',
]);

/** Every character of the text belongs to exactly one token. */
export function tokenize(text: string, steps: Steps): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    steps.count++;
    const token = tokenAt(text, at, tokens);
    const last = tokens[tokens.length - 1];
    if (token.kind === 'text' && last?.kind === 'text') {
      last.end = token.end;
      last.text = text.slice(last.start, token.end);
    } else tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function tokenAt(text: string, at: number, before: readonly Token[]): Token {
  const make = (kind: TokenKind, length: number, more: Partial<Token> = {}): Token => ({
    kind,
    text: text.slice(at, at + length),
    start: at,
    end: at + length,
    value: 0,
    unit: '',
    op: null,
    ...more,
  });
  const last = before[before.length - 1];
  const afterQuantity = last !== undefined && QUANTITIES.has(last.kind);

  const numbering = startsClause(last) ? match(NUMBERING, text, at) : null;
  if (numbering) return make('stop', numbering[0].length);
  const inclusive = match(INCLUSIVE, text, at);
  if (inclusive) return make(inclusive[1]!.startsWith('不') ? 'exclusive' : 'inclusive', inclusive[0].length);
  if (afterQuantity) {
    const to = match(TO, text, at);
    if (to && quantityAt(text, at + to[0].length)) return make('to', to[0].length);
    if (match(INSIDE, text, at)) return make('suffix', 1, { op: '<=' });
  }
  const pattern = match(PATTERN, text, at);
  if (pattern) {
    const found = pattern[0];
    const [named] = PATTERNS[pattern.findIndex((group, index) => index > 0 && group !== undefined) - 1]!;
    const { kind, ...details } = patternToken(named, found, text.slice(at + found.length, at + found.length + 1));
    return make(kind, found.length, details);
  }
  const quantity = quantityAt(text, at);
  if (quantity) return make(quantity.kind, quantity.length, { value: quantity.value, unit: quantity.unit });
  const word = match(WORD, text, at)?.[0];
  if (word) {
    const { kind, op } = WORD_KINDS.get(word)!;
    return make(kind, word.length, { op });
  }
  return make(PUNCTUATION[text[at]!] ?? 'text', 1);
}

function startsClause(last: Token | undefined): boolean {
  return last === undefined || last.kind === 'stop' || last.kind === 'points' || last.kind === 'zero';
}

function patternToken(
  kind: TokenKind,
  found: string,
  after: string,
): { kind: TokenKind; value?: number; unit?: string; op?: Comparison } {
  if (kind === 'everyUnit' || kind === 'perUnit') {
    const unit = found.includes('百分点') ? '%' : unitName(found.replace(/^[/每][一1]?/, ''));
    // 每月 is a rhythm; 每月扣 is a price.
    return isTimeUnit(unit) && !/^[扣减]/.test(after) && kind === 'everyUnit'
      ? { kind: 'period', unit }
      : { kind, unit };
  }
  // 目标100%
  if (kind === 'compare') return { kind, op: '>=' };
  if (kind === 'multiplier') return { kind, value: factorOf(found) };
  return { kind };
}

function factorOf(found: string): number {
  if (found.startsWith('减半')) return 0.5;
  const times = /(\d|[二两三四五六七八九十])倍/.exec(found)?.[1];
  return (times && readNumber(times)) || 2;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function entries<Key extends string>(
  table: Readonly<Partial<Record<Key, string>>>,
  word: (key: Key) => Word,
): [string, Word][] {
  return (Object.keys(table) as Key[]).flatMap(key =>
    table[key]!.split(' ').map((text): [string, Word] => [text, word(key)]),
  );
}
