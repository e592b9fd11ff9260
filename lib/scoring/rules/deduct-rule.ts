import type { SimpleRule } from '../../model/rule';
import { type Clause, hasMark, isMark } from '../grammar/clause';
import type { EachIsland, EffectIsland } from '../grammar/island';
import { isTimeUnit } from '../grammar/units';
import { opposite, type Threshold, thresholdOf } from './comparisons';
import { namedElements } from './elements';
import { ASSUMED, CERTAIN, LIKELY } from './reading';

type Read = { rule: SimpleRule; confidence: number } | null;

/** 扣 … */
export function deductRule(clause: Clause, head: EffectIsland): Read {
  const { amount, discretion } = head;
  if (amount.type === 'list' || amount.type === 'full') return null;
  if (amount.type === 'unstated') return { rule: { kind: 'manual' }, confidence: discretion ? CERTAIN : ASSUMED };
  if (amount.type === 'range') return range(clause, amount.min, amount.max);
  if (discretion && amount.type === 'points') return range(clause, 0, amount.value);
  const price = amount.type === 'points' ? { amount: amount.value } : { amountRatio: amount.value };
  if (amount.type === 'points' && amount.value === 0) return null;
  // 第二次发现扣2分: whether the first one counts too is not said.
  if (/第[一二三四五\d]次/.test(clause.lead)) return null;
  if (clause.each) return each(clause, clause.each, head, price);
  if (amount.type === 'points' && head.distributes) {
    const elements = namedElements(clause, null);
    return elements && { rule: { kind: 'deduct_each_any', amount: amount.value, elements }, confidence: LIKELY };
  }
  const threshold = conditionOf(clause);
  if (threshold)
    return { rule: { kind: 'deduct_threshold', ...threshold, ...price, ...additional(head) }, confidence: CERTAIN };
  return {
    rule: { kind: 'deduct_fixed', ...price, ...additional(head) },
    confidence: clause.lead.length > 1 ? CERTAIN : LIKELY,
  };
}

/** The comparison that must hold for the clause: its own, or that what was asked for is not met. */
export function conditionOf(clause: Clause): Threshold | null {
  const asked = clause.bound ?? clause.requirement;
  // 未完成指标超过3项 negates nothing: only what follows the wish does.
  const negated = clause.islands.some(
    island => (isMark(island, 'otherwise') || isMark(island, 'unmet')) && island.start >= (asked?.end ?? 0),
  );
  if (negated && asked && isAskedFor(asked.min, clause)) {
    const threshold = thresholdOf(asked, periodOf(clause));
    return threshold && opposite(threshold);
  }
  return clause.bound && thresholdOf(clause.bound, periodOf(clause));
}

/** 未达到80%的 is read as a bound already; only a wish (达到80%以上) is turned round. */
function isAskedFor(min: number | undefined, clause: Clause): boolean {
  return min !== undefined || hasMark(clause, 'otherwise');
}

function periodOf(clause: Clause): string {
  const mark = clause.islands.find(island => island.kind === 'mark' && island.mark === 'period');
  return /季|半年|周|月|学期/.exec(mark?.kind === 'mark' ? mark.text : '')?.[0].replace('季', '季度') ?? '';
}

function range(clause: Clause, min: number, max: number): Read {
  const each = clause.each ? { unit: clause.each.unit, ...perOf(clause.each) } : {};
  return { rule: { kind: 'deduct_range', min, max, ...each }, confidence: CERTAIN };
}

type Price = { amount: number } | { amountRatio: number };

function each(clause: Clause, each: EachIsland, head: EffectIsland, price: Price): Read {
  const per = perOf(each);
  const more = {
    ...(head.fromTotal || aggravates(clause) ? { cap: 'none' as const, noBase: true } : {}),
    ...additional(head),
  };
  if (!('amount' in price)) {
    return { rule: { kind: 'deduct_each', ...price, unit: each.unit, ...per, ...more }, confidence: LIKELY };
  }
  const { amount } = price;
  if (each.unit === '名次') return null;
  if (each.unit === '%' || each.unit === '分') return pointSteps(clause, each, amount);
  if (isTimeUnit(each.unit) && (each.verb === 'late' || each.verb === 'excess' || hasMark(clause, 'late'))) {
    return { rule: { kind: 'late', amount, per: each.per, unit: each.unit }, confidence: CERTAIN };
  }
  if (each.verb === 'excess' || (each.verb === 'up' && clause.requirement?.max !== undefined)) {
    return excess(clause, each, amount);
  }
  if (each.verb === 'up' && /同比|比上|较上|比去年|较去年|上年|去年/.test(clause.lead))
    return excess(clause, each, amount);
  const elements = each.verb === 'short' ? namedElements(clause, each) : null;
  if (elements) return { rule: { kind: 'deduct_each_any', amount, elements }, confidence: CERTAIN };
  const shortfall = shortfallTarget(clause, each);
  if (shortfall) {
    return { rule: { kind: 'deduct_shortfall', ...shortfall, amount, unit: each.unit, ...per }, confidence: CERTAIN };
  }
  const confidence = clause.bound || (!each.marked && each.verb === null && !clause.bare) ? LIKELY : CERTAIN;
  return { rule: { kind: 'deduct_each', amount, unit: each.unit, ...per, ...more }, confidence };
}

/** 违反此项规定: an item that only takes points. */
function aggravates(clause: Clause): boolean {
  return /^违反(?:此|该|本)项(?:规定|要求)/.test(clause.lead);
}

function pointSteps(clause: Clause, each: EachIsland, amount: number): Read {
  const above = each.verb === 'up' || each.verb === 'excess';
  const bound = clause.bound ?? clause.requirement;
  const target =
    bound?.unit === '%' || bound?.unit === '分' || bound?.unit === ''
      ? ((above ? (bound.min ?? bound.max) : (bound.max ?? bound.min)) ?? null)
      : null;
  const from = target === null ? clause.reference?.text : undefined;
  return {
    rule: {
      kind: 'deduct_point',
      target,
      ...(from ? { targetFrom: from } : {}),
      ...(above ? { direction: 'above' as const } : {}),
      step: each.per,
      amount,
    },
    confidence: each.verb === null ? ASSUMED : CERTAIN,
  };
}

function excess(clause: Clause, each: EachIsland, amount: number): Read {
  const bound = clause.bound ?? clause.requirement;
  const limit = bound?.unit === each.unit ? (bound.max ?? bound.min ?? null) : null;
  const from = REFERENCES[each.verbText] ?? (each.verb === 'up' ? '上年' : undefined);
  return {
    rule: {
      kind: 'deduct_excess',
      limit,
      ...(limit === null && from ? { limitFrom: from } : {}),
      amount,
      unit: each.unit,
      ...perOf(each),
    },
    confidence: CERTAIN,
  };
}

const REFERENCES: Readonly<Record<string, string>> = { 超编: '编制数', 超员: '定员数' };

/** 少1次 is short of a number that stands here, or in the column that says what is asked. 每少1人次 counts absences. */
function shortfallTarget(clause: Clause, each: EachIsland): { target: number | null; targetFrom?: string } | null {
  if (each.verb !== 'short' && each.verb !== 'down') return null;
  const bound = clause.bound ?? clause.requirement;
  if (bound?.of && bound.unit === '%') return { target: null, targetFrom: `${bound.min ?? bound.max}% × ${bound.of}` };
  if (bound && (bound.unit === each.unit || bound.unit === '')) {
    const target = bound.min ?? bound.max ?? null;
    const times = TIMES_A_YEAR[periodOf(clause)] ?? 1;
    if (target === null) return null;
    return times === 1
      ? { target }
      : { target: target * times, targetFrom: `${target}${each.unit}/${periodOf(clause)}` };
  }
  const named = clause.islands.filter(
    island => isMark(island, 'count') && island.unit === each.unit && island.end <= each.start,
  );
  const [only] = named;
  if (named.length === 1 && isMark(only, 'count')) return { target: only.value };
  if (/^[缺差欠]/.test(each.verbText) || each.unit === '人次' || each.verb === 'down') return null;
  return { target: null, targetFrom: 'content' };
}

const TIMES_A_YEAR: Readonly<Record<string, number>> = { 季度: 4, 月: 12, 半年: 2, 周: 52 };

function perOf(each: EachIsland): { per?: number } {
  return each.per === 1 ? {} : { per: each.per };
}

function additional(head: EffectIsland): { additional?: true } {
  return head.additional ? { additional: true } : {};
}
