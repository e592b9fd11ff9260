import {
  COUNT,
  COUNT_UNIT,
  comparisonOf,
  countOf,
  LOWER,
  lastPeriod,
  SLASH_PERIOD,
  STRICTLY_LOWER,
  slashPeriod,
  UPPER,
} from './count-words';
import type { CountRequirement } from './requirement';
import { type ClauseSpan, clauseSpans, passage, type SourceText } from './source-text';

const GAP = '[^,;。、:\\d]{0,8}?';
/** Closing words of a bound: 2条（含）以上. */
const SUFFIX = '(?:\\(含\\)|\\(含本数\\))?[及或]?(以上|以下|以内|之内|左右)?(?:\\(含[^()]{0,6}\\))?';
const RANGE = `(?:[-至到](?:\\d{1,6}|两|[二三四五六七八九十]))?`;
/** What staff do and can count; a bare number behind one of these is a plan to be kept. */
const ACTION =
  '(?:召开|举办|开展|组织|举行|报送|上报|印发|发布|刊发|刊登|推送|编发|撰写|形成|走访|巡查|排查|检查|督查|督导|演练|研究|部署|听取|培训|学习|宣讲|宣传|制作|采用|录用|投稿)';
const COUNTED_EVENT = '(?:场次|次(?!性)|场|期|篇|则|份|轮|批)';

const BOUND = new RegExp(`(${LOWER}|${STRICTLY_LOWER}|${UPPER})${GAP}(${COUNT})${RANGE}(${COUNT_UNIT})${SUFFIX}`, 'g');
const RATE = new RegExp(`(?:达到?|保持在?|稳定在|实现)?(${COUNT})(%)(以上|以下|以内)?`, 'g');
const SUFFIXED = new RegExp(
  `(${COUNT})${RANGE}(${COUNT_UNIT})(?:\\(含\\)|\\(含本数\\))?[及或]?(以上|以下|以内|之内)`,
  'g',
);
const PERIODIC = new RegExp(
  `(?:每个?(?:周|星期|月|季度?|半年|年度?)|一季度|半年|一年)[^,;。]{0,14}?(${COUNT})${RANGE}(${COUNT_UNIT})`,
  'g',
);
const SLASHED = new RegExp(`(${COUNT})(${COUNT_UNIT})\\/(?:周|月|季度?|半年|年)`, 'g');
const PLANNED = new RegExp(`${ACTION}[^,;。、\\d]{0,10}?(${COUNT})${RANGE}(${COUNTED_EVENT})`, 'g');

/**
 * The size of a disaster (一次死亡3人以上的事故) and the case of a rule (被通报2次以上的) ask for nothing; what is done every
 * day nobody counts.
 */
const NO_REQUEST =
  /(?:不|未|没有|杜绝|严禁|防止|避免)(?:得|再)?(?:发生|出现|引发|造成|产生|受到)|(?:以上|以下|起|人)(?:的)?[^,]{0,10}(?:死亡|伤亡|上访|(?:群体性|安全|责任|火灾|交通|刑事|治安|失泄密)[^,]{0,4}(?:事件|事故|案件))|(?:被|受到|发生|出现)[^,]{0,16}(?:以上|次|起|件|例)的$|被(?:通报|追责|问责|处罚|约谈|曝光)[^,]{0,12}$|每[天日]|每个?工作日|每班|^[^,]{0,24}以上的$/;
const TITLE = /《[^》]{0,60}》/g;
const MOST = 50;

interface Found {
  start: number;
  end: number;
  need: number;
  unit: string;
  comparison: CountRequirement['comparison'];
  clause: ClauseSpan;
}

export function countedRequirements(source: SourceText): CountRequirement[] {
  const text = source.folded.text.replace(TITLE, title => '《'.repeat(title.length));
  const clauses = clauseSpans(text);
  return clauses
    .flatMap((clause, i) => findInClause(clause).map(found => describe(source, text, found, clauses[i - 1])))
    .slice(0, MOST);
}

/** Stated bounds first; a number that one of them has read is not read again. */
function findInClause(clause: ClauseSpan): Found[] {
  if (!/[\d%零一二两三四五六七八九十百]/.test(clause.text) || NO_REQUEST.test(clause.text)) return [];
  const found: Found[] = [];
  const taken: [number, number][] = [];
  const add = (match: RegExpMatchArray, word: string, number: string, unit: string, suffix: string | undefined) => {
    const start = match.index!;
    const end = start + match[0].length;
    const need = countOf(number);
    const cased = suffix !== undefined && /[对有如凡若因]$/.test(clause.text.slice(0, start));
    if (
      found.length >= MOST ||
      need === null ||
      need <= 0 ||
      cased ||
      taken.some(([from, to]) => start < to && end > from)
    )
      return;
    taken.push([start, end]);
    const upper = suffix === '以下' || suffix === '以内' || suffix === '之内';
    const comparison = upper ? '<=' : suffix === '以上' ? '>=' : comparisonOf(word);
    found.push({ start: clause.start + start, end: clause.start + end, need, unit, comparison, clause });
  };
  for (const m of clause.text.matchAll(BOUND)) add(m, m[1]!, m[2]!, m[3]!, m[4]);
  for (const m of clause.text.matchAll(SUFFIXED)) add(m, '', m[1]!, m[2]!, m[3]);
  for (const m of clause.text.matchAll(RATE)) if (statesRate(m, clause)) add(m, '', m[1]!, m[2]!, m[3]);
  for (const m of clause.text.matchAll(SLASHED)) add(m, '', m[1]!, m[2]!, undefined);
  for (const m of clause.text.matchAll(PERIODIC)) add(m, '', m[1]!, m[2]!, undefined);
  for (const m of clause.text.matchAll(PLANNED)) add(m, '', m[1]!, m[2]!, undefined);
  return found.sort((a, b) => a.start - b.start);
}

/** 知晓率 belongs to the quote of its percentage, 配备专职人员 to that of 不少于2人. */
function wordsBefore(text: string, clause: ClauseSpan, at: number): number {
  return at - (/[\u4e00-\u9fff](?:[\u4e00-\u9fff()\d]{0,17})$/.exec(text.slice(clause.start, at))?.[0].length ?? 0);
}

/** "满意率100%", "达到95%": a rate to be reached; "占10%" is none. */
function statesRate(match: RegExpMatchArray, clause: ClauseSpan): boolean {
  return /^[达保稳实]/.test(match[0]) || /[率度比](?:均|应|须|要)?(?:为|在)?$/.test(clause.text.slice(0, match.index));
}

function describe(source: SourceText, text: string, found: Found, before: ClauseSpan | undefined): CountRequirement {
  const { clause, need, unit } = found;
  const after = text.slice(found.end, clause.end);
  const slash = SLASH_PERIOD.exec(/\/\S+$/.exec(text.slice(found.start, found.end))?.[0] ?? after);
  // "每季度研究平安建设,不少于1次": the period stands in the clause before.
  const bare = found.start - clause.start <= 1;
  const period = slash
    ? { ...slashPeriod(slash[1]!), start: found.start }
    : (lastPeriod(text, clause.start, found.end) ??
      (bare && before ? lastPeriod(text, before.start, before.end) : null));
  const object = objectOf(text, found, after);
  const named = object.end === found.end ? wordsBefore(text, clause, found.start) : found.start;
  const start = Math.min(named, period?.start ?? found.start);
  const end = Math.max(found.end, object.end);
  const perYear = unit === '%' ? need : need * (period?.perYear ?? 1);
  return {
    kind: 'count',
    key: `count:${found.comparison}${need}${unit}:${object.text}`,
    passages: [passage(source, start, end)],
    comparison: found.comparison,
    need,
    unit,
    period: period?.period ?? null,
    perYear,
    each: eachOf(text.slice(clause.start, found.start)),
    object: object.text,
  };
}

/** The words behind the number; else those before it. */
function objectOf(text: string, found: Found, after: string): { text: string; end: number } {
  const behind = found.unit === '%' ? null : /^的?([^,;。、()/\d]{2,24})/.exec(after);
  if (behind) {
    const object = behind[0].replace(/[和及与]$/, '');
    return { text: object.replace(/^的/, ''), end: found.end + object.length };
  }
  const before = text.slice(found.clause.start, found.end).replace(NUMBER_AND_UNIT, '');
  const object = before.replace(/^(?:\d{1,2}[.、)]|\(\d{1,2}\)|[①-⑳])/, '').replace(/^.*每(?:年|季度?|月|半年|周)/, '');
  return { text: object.slice(-16), end: found.end };
}

const NUMBER_AND_UNIT = new RegExp(
  `(?:${LOWER}|${UPPER}|${STRICTLY_LOWER}|达到?|保持在?|稳定在|实现)?(?:均|应|须|要|为|在)?${COUNT}${RANGE}${COUNT_UNIT}.*$`,
);

const EACH =
  /(?:每(?:个|名|家|位)|各)((?!月|季|年|半年|星期)[\u4e00-\u9fff]{1,8}?)(?=每|全年|年度|至少|不|要|应|须|均|报送|开展|组织|召开|上报|举办|$)/;

function eachOf(before: string): string | null {
  return EACH.exec(before)?.[1] ?? null;
}
