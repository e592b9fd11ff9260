import type { Island, Mark, MarkIsland } from './island';
import { readBound, readReference } from './read-bound';
import { readCap } from './read-cap';
import { readEach } from './read-each';
import { readEffect } from './read-effect';
import type { Steps } from './steps';
import type { Token, TokenKind } from './token';
import { TokenReader } from './token-reader';

const MARKS: ReadonlySet<TokenKind> = new Set<TokenKind & Mark>([
  'stop',
  'comma',
  'list',
  'slash',
  'open',
  'close',
  'equals',
  'times',
  'alsoZero',
  'zero',
  'noBonus',
  'noDeduct',
  'capWeight',
  'fillUp',
  'noNegative',
  'negative',
  'unlimited',
  'dedupe',
  'multiplier',
  'fullyDeducted',
  'unmet',
  'otherwise',
  'level',
  'rank',
  'label',
  'gradeVerb',
  'item',
  'group',
  'total',
  'weight',
  'rate',
  'byRatio',
  'fold',
  'base',
  'share',
  'notApplicable',
  'applicable',
  'proof',
  'absent',
  'veto',
  'period',
  'every',
  'eachOf',
  'percent',
  'number',
  'count',
  'date',
  'full',
  'discretion',
  'late',
  'excess',
]);

/** Where no effect takes them, the text was not understood. */
const STRAY = /^扣(?!分)/;
/** At the end of a clause they say that points change somehow; before other words they are nouns (加分事项). */
const STRAY_AT_END = /^(?:.*[扣加减奖]分|奖励分|计分|记分|给分|赋分)$/;
const VERBS: ReadonlySet<TokenKind> = new Set(['deduct', 'award', 'bonus']);
const ENDS: ReadonlySet<TokenKind> = new Set(['comma', 'stop', 'close', 'list']);

/**
 * The phrases that matter for scores, in the order of the text, with the words between them. Known islands are read by
 * their own small grammars; the rest is water.
 */
export function readIslands(tokens: readonly Token[], steps: Steps): Island[] {
  const reader = new TokenReader(tokens, steps);
  const islands: Island[] = [];
  while (!reader.done) {
    const island =
      readCap(reader) ??
      readEffect(reader) ??
      readEachAfter(reader, islands) ??
      readBound(reader) ??
      readReference(reader);
    if (island) islands.push(island);
    else {
      const token = reader.take();
      islands.push(mark(token, reader.done || ENDS.has(reader.peek().kind)));
    }
  }
  return islands;
}

/** 1次以上 is a bound, 每 … 1次 is not; a plain quantity is tried as "one of them" before it is water. */
function readEachAfter(reader: TokenReader, islands: Island[]): Island | null {
  const from = reader.at;
  const each = readEach(reader);
  if (!each) return null;
  // 每获得市级表彰1次: the level inside matters too.
  const taken = reader.at;
  if (each.marked) {
    reader.at = from;
    while (reader.at < taken) {
      const token = reader.take();
      if (token.kind === 'level') islands.push(mark(token, false));
    }
  }
  return each;
}

function mark(token: Token, atEnd: boolean): MarkIsland {
  const { text, start, end, value, unit } = token;
  const place = { kind: 'mark' as const, text, start, end, value, unit };
  if (MARKS.has(token.kind)) return { ...place, mark: token.kind as Mark };
  const speaksOfPoints = VERBS.has(token.kind) && (STRAY.test(text) || (atEnd && STRAY_AT_END.test(text)));
  const isStray = token.kind === 'points' || speaksOfPoints;
  return { ...place, mark: isStray ? 'stray' : 'text' };
}
