import type { CapIsland, Sign } from './island';
import type { TokenKind } from './token';
import type { TokenReader } from './token-reader';

const SIGNS: ReadonlySet<TokenKind> = new Set(['deduct', 'award', 'bonus']);
const LEADING: ReadonlySet<TokenKind> = new Set(['cap', 'item', 'group', 'total', 'deduct', 'award', 'bonus']);
const LINKS =
  /^(?:可|只|只能|为|是|不|得|分|项|可以|额|总|共|的|数|总和|总分|总计|总额|也|则|但|且|均|一般|全年|年度|值|予|以|按|项目|限|最终|每年)$/;
const LONGEST = 8;

/** 最多扣3分, 累计加分不超过5分, 合计6分, 3分封顶, 以5分为限 */
export function readCap(reader: TokenReader): CapIsland | null {
  return (
    reader.attempt(() => readTopped(reader)) ??
    reader.attempt(() => readUntil(reader)) ??
    reader.attempt(() => readLimited(reader))
  );
}

function readLimited(reader: TokenReader): CapIsland | null {
  const first = reader.peek();
  const opens = first.kind === 'compare' && first.op === '<=';
  if (!LEADING.has(first.kind) && !opens) return null;
  let sign: Sign | null = null;
  let scope: CapIsland['scope'] = null;
  let hasLimit = opens;
  for (let taken = 0; taken < LONGEST; taken++) {
    const token = reader.peek();
    if (token.kind === 'points') {
      reader.take();
      const isCondition = reader.is('suffix') || reader.is('to') || /^的/.test(reader.peek().text);
      if (!hasLimit || isCondition || token.value === 0) return null;
      reader.accept('cap');
      return { kind: 'cap', max: token.value, sign, scope, start: first.start, end: token.end };
    }
    if (SIGNS.has(token.kind)) sign = token.kind as Sign;
    else if (token.kind === 'item' || token.kind === 'group') {
      scope = token.kind;
      if (token.text.includes('扣')) sign = 'deduct';
    } else if (token.kind === 'total') scope ??= 'total';
    else if (token.kind === 'cap') hasLimit = true;
    else if (token.kind === 'compare' && token.op === '<=') hasLimit = hasLimit || sign !== null || scope !== null;
    else if (token.kind !== 'gradeVerb' && token.kind !== 'weight' && !LINKS.test(token.text)) return null;
    reader.take();
  }
  return null;
}

/** 3分封顶, 以5分为限 */
function readTopped(reader: TokenReader): CapIsland | null {
  const points = reader.accept('points');
  if (!points) return null;
  const top = reader.accept('cap');
  if (!top || !/^(?:封顶|为限|为上限)$/.test(top.text)) return null;
  return { kind: 'cap', max: points.value, sign: null, scope: null, start: points.start, end: top.end };
}

/** 记满3分为止, 加到5分止 */
function readUntil(reader: TokenReader): CapIsland | null {
  const verb = reader.take();
  if (!SIGNS.has(verb.kind) || !/^[满到至够完足]$/.test(reader.take().text)) return null;
  const points = reader.accept('points');
  if (!points || points.value === 0) return null;
  reader.accept('gradeVerb');
  if (!/^为?止/.test(reader.peek().text)) return null;
  return {
    kind: 'cap',
    max: points.value,
    sign: verb.kind as Sign,
    scope: null,
    start: verb.start,
    end: reader.take().end,
  };
}
