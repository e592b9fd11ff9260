import type { RuleOf } from '../../model/rule';
import type { RuleInput, RuleResult } from '../../model/rule-input';
import { decimal, larger, rounded, smaller, wholeSteps } from './decimal';
import { countOf, holds } from './deductions';
import { ask, awarded, firstKnown, known, pointsOf, scored } from './outcome';

const NONE = decimal(0);

export function awardFixed(rule: RuleOf<'award_fixed'>, input: RuleInput): RuleResult {
  const points =
    rule.amountRatio === undefined
      ? pointsOf(rule.amount ?? 'weight', input)
      : known(input.weight)?.times(rule.amountRatio);
  if (!points) return ask('missing-input', 'weight');
  if (input.hit === undefined) return ask('missing-input', 'hit', [NONE, points]);
  return awarded(input, input.hit ? points : NONE);
}

export function awardThreshold(rule: RuleOf<'award_threshold'>, input: RuleInput): RuleResult {
  const points = pointsOf(rule.amount, input);
  if (!points) return ask('missing-input', 'weight');
  const met = holds(rule, input);
  if (met === undefined) return ask('missing-input', 'actual', [NONE, points]);
  if (met === null) return ask('boundary', String(rule.value), [NONE, points]);
  return awarded(input, met ? points : NONE);
}

export function awardEach(rule: RuleOf<'award_each'>, input: RuleInput): RuleResult {
  const count = known(input.count) ?? known(input.actual) ?? countOf(input);
  if (!count) return ask('missing-input', 'count');
  if (rule.zeroBelow !== undefined && count.lt(rule.zeroBelow)) return scored(NONE);
  const points = wholeSteps(count, rule.per ?? 1).times(rule.amount);
  const max = rule.max === null ? null : pointsOf(rule.max, input);
  return awarded(input, max ? smaller(points, max) : points);
}

export function awardChecklist(rule: RuleOf<'award_checklist'>, input: RuleInput): RuleResult {
  if (!input.have) return ask('missing-input', 'have');
  let points = NONE;
  const matched = new Set<string>();
  for (const { key, amount } of rule.items) {
    const found =
      input.have.find(name => name === key) ?? input.have.find(name => key.includes(name) || name.includes(key));
    if (found === undefined) continue;
    matched.add(found);
    points = points.plus(amount);
  }
  const unknown = input.have.find(name => !matched.has(name));
  if (unknown !== undefined) return ask('unknown-name', unknown);
  const max = rule.max === undefined ? null : pointsOf(rule.max, input);
  return awarded(input, max ? smaller(points, max) : points);
}

interface LevelRule {
  levels: readonly { level: string; amount: number }[];
  dedupe?: 'highest' | undefined;
  max?: number | 'weight' | undefined;
}

/** Points by level, or the question that stands in the way. */
export function levelPoints(rule: LevelRule, input: RuleInput): number | RuleResult {
  if (!input.counts) return ask('missing-input', 'counts');
  let sum = NONE;
  let highest = NONE;
  for (const [name, count] of Object.entries(input.counts)) {
    const level =
      rule.levels.find(one => one.level === name) ?? rule.levels.find(one => plain(one.level) === plain(name));
    if (!level) return ask('unknown-name', name);
    sum = sum.plus(decimal(level.amount).times(count));
    if (count > 0) highest = larger(highest, decimal(level.amount));
  }
  const points = rule.dedupe ? highest : sum;
  const max = rule.max === undefined ? null : pointsOf(rule.max, input);
  return rounded(max ? smaller(points, max) : points);
}

function plain(level: string): string {
  // 中央 for 中央级, 省 for 省级及以上
  return level.replace(/[()（）]|及以上|以上|含|级|^全(?=[省市县区])/g, '');
}

export function awardLevels(rule: RuleOf<'award_levels'>, input: RuleInput): RuleResult {
  const points = levelPoints(rule, input);
  return typeof points === 'number' ? awarded(input, decimal(points)) : points;
}

export function choice(rule: RuleOf<'choice'>, input: RuleInput): RuleResult {
  const { choice: chosen } = input;
  if (chosen === undefined) return ask('which-one', rule.options.map(option => option.label).join('、'));
  const option =
    typeof chosen === 'number'
      ? rule.options[chosen]
      : (rule.options.find(one => one.label === chosen.trim()) ??
        rule.options.find(one => grade(one.label) === grade(chosen.trim())));
  if (!option) return ask('unknown-name', String(chosen));
  const points = pointsOf(option.award, input);
  return points ? awarded(input, points) : ask('missing-input', 'weight');
}

/** A for A级 */
const grade = (label: string): string => label.replace(/(?:等次|等级|档次|级|类|档|等)$/, '');

export function ratio(rule: RuleOf<'ratio'>, input: RuleInput): RuleResult {
  const of = pointsOf(rule.of, input);
  if (!of) return ask('missing-input', 'weight');
  const actual = known(input.actual);
  const target = known(input.target);
  const rate = known(input.rate) ?? (actual && target?.gt(0) ? actual.div(target) : actual?.div(100));
  if (!rate) return ask('missing-input', 'rate');
  return awarded(input, of.times(smaller(larger(rate, NONE), decimal(rule.maxRate ?? 1))));
}

export function ratioToBest(rule: RuleOf<'ratio_to_best'>, input: RuleInput): RuleResult {
  const of = pointsOf(rule.of ?? 'weight', input);
  const best = firstKnown(input, 'best', 'max', 'target');
  const actual = firstKnown(input, 'actual', 'value', 'own');
  const rate = known(input.rate) ?? (actual && best?.gt(0) ? actual.div(best) : null);
  if (!of) return ask('missing-input', 'weight');
  if (!rate) return ask('missing-input', actual ? 'best' : 'actual');
  return awarded(input, of.times(smaller(rate, decimal(1))));
}
