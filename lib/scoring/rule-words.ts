import type { Band, BandEffect, Cap, Comparison, RuleOf, SimpleRule } from '../model/rule';
import type { Sentence } from '../model/sentence';

const say = (zh: string, en: string): Sentence => ({ 'zh-CN': zh, en: en.replace(/(?<![\d.])1 points/g, '1 point') });

/** What a rule does, in plain words: "每 1 次扣 0.5 分，最多扣 3 分". Numbers as they stand in the rule. */
export function ruleWords(rule: SimpleRule): Sentence {
  switch (rule.kind) {
    case 'deduct_fixed':
      return limited(
        rule.amountRatio === undefined
          ? say(`出现即扣 ${rule.amount ?? '?'} 分`, `costs ${rule.amount ?? '?'} points when it applies`)
          : say(
              `出现即扣本项分值的 ${share(rule.amountRatio)}`,
              `costs ${share(rule.amountRatio)} of the item's points`,
            ),
        rule.cap,
      );
    case 'deduct_each': {
      const each = rule.amountRatio === undefined ? `${rule.amount ?? '?'}` : share(rule.amountRatio);
      const zh = `每${per(rule)}扣${rule.amountRatio === undefined ? ` ${each} 分` : `本项分值的 ${each}`}`;
      const en = `${each}${rule.amountRatio === undefined ? ' points' : " of the item's points"} off for every ${perEn(rule)}`;
      const words = rule.noBase ? say(`${zh}，从总分中扣`, `${en}, from the total`) : say(zh, en);
      return limited(words, rule.cap);
    }
    case 'deduct_each_any':
      return limited(
        say(
          `${rule.elements.join('、')}，每缺一项扣 ${rule.amount} 分`,
          `${rule.amount} points off for each missing of ${rule.elements.join(', ')}`,
        ),
        rule.cap,
      );
    case 'deduct_shortfall': {
      const target =
        rule.target === null
          ? say('目标数', 'the target')
          : say(`${rule.target} ${rule.unit}`, `${rule.target} ${rule.unit}`);
      const zero =
        rule.zeroBelow === undefined
          ? say('', '')
          : say(`，少于 ${rule.zeroBelow} 不得分`, `; nothing below ${rule.zeroBelow}`);
      return limited(
        say(
          `应达到${rule.target === null ? '' : ' '}${target['zh-CN']}，每少${per(rule)}扣 ${rule.amount} 分${zero['zh-CN']}`,
          `${target.en} expected; ${rule.amount} points off for every ${perEn(rule)} short${zero.en}`,
        ),
        rule.cap,
      );
    }
    case 'deduct_excess':
      return limited(
        say(
          `不超过${rule.limit === null ? '限额' : ` ${rule.limit} ${rule.unit}`}，每超${per(rule)}扣 ${rule.amount} 分`,
          `at most ${rule.limit === null ? 'the limit' : `${rule.limit} ${rule.unit}`}; ${rule.amount} points off for every ${perEn(rule)} beyond`,
        ),
        rule.cap,
      );
    case 'deduct_point': {
      const above = rule.direction === 'above';
      const target = rule.target === null ? '' : `${rule.target}%`;
      const zero =
        rule.zeroBelow === undefined
          ? say('', '')
          : say(`，低于 ${rule.zeroBelow}% 不得分`, `; nothing below ${rule.zeroBelow}%`);
      return limited(
        say(
          `${above ? '超过' : '低于'} ${target || '目标'}，每 ${rule.step} 个百分点扣 ${rule.amount} 分${zero['zh-CN']}`,
          `${rule.amount} points off for every ${rule.step} percentage points ${above ? 'above' : 'below'} ${target || 'the target'}${zero.en}`,
        ),
        rule.cap,
      );
    }
    case 'deduct_threshold':
      return limited(
        say(
          `${compare(rule.op)} ${rule.value}${rule.unit} 时扣${rule.amountRatio === undefined ? ` ${rule.amount ?? '?'} 分` : `本项分值的 ${share(rule.amountRatio)}`}`,
          `${rule.amountRatio === undefined ? `${rule.amount ?? '?'} points` : share(rule.amountRatio)} off when ${compareEn(rule.op)} ${rule.value}${rule.unit}`,
        ),
        rule.cap,
      );
    case 'deduct_range':
      return limited(
        say(
          `${rule.unit ? `每${per({ unit: rule.unit, per: rule.per })}` : ''}扣 ${rule.min}～${rule.max} 分，由人决定`,
          `${rule.min} to ${rule.max} points off${rule.unit ? ` for every ${rule.unit}` : ''}; a person decides`,
        ),
        rule.cap,
      );
    case 'zero':
      return say('出现即不得分', 'no points when it applies');
    case 'threshold_zero':
      return say(
        `${compare(rule.op)} ${rule.value}${rule.unit} 时不得分`,
        `no points when ${compareEn(rule.op)} ${rule.value}${rule.unit}`,
      );
    case 'late': {
      const zero =
        rule.zeroAfter === undefined
          ? say('', '')
          : say(`，超过 ${rule.zeroAfter} ${rule.unit}不得分`, `; nothing after ${rule.zeroAfter} ${rule.unit}`);
      return limited(
        say(
          `每迟 ${rule.per} ${rule.unit}扣 ${rule.amount} 分${zero['zh-CN']}`,
          `${rule.amount} points off for every ${rule.per} ${rule.unit} late${zero.en}`,
        ),
        rule.cap,
      );
    }
    case 'award_fixed':
      return rule.amountRatio === undefined
        ? say(`做到得 ${pointsZh(rule.amount)}`, `${pointsEn(rule.amount)} when done`)
        : say(
            `做到得本项分值的 ${share(rule.amountRatio)}`,
            `${share(rule.amountRatio)} of the item's points when done`,
          );
    case 'award_threshold':
      return say(
        `${compare(rule.op)} ${rule.value}${rule.unit} 得 ${pointsZh(rule.amount)}`,
        `${pointsEn(rule.amount)} when ${compareEn(rule.op)} ${rule.value}${rule.unit}`,
      );
    case 'award_each': {
      const most =
        rule.max === null ? say('', '') : say(`，最高 ${pointsZh(rule.max)}`, `, at most ${pointsEn(rule.max)}`);
      return say(
        `每${per(rule)}得 ${rule.amount} 分${most['zh-CN']}`,
        `${rule.amount} points for every ${perEn(rule)}${most.en}`,
      );
    }
    case 'award_checklist':
      return say(
        `逐项给分：${rule.items.map(({ key, amount }) => `${key} ${amount} 分`).join('、')}`,
        `points for each: ${rule.items.map(({ key, amount }) => `${key} ${amount}`).join(', ')}`,
      );
    case 'award_levels':
      return levelWords('得', 'points by level', rule.levels, rule.dedupe !== undefined);
    case 'choice':
      return say(
        `按档给分：${rule.options.map(({ label, award }) => `${label} ${pointsZh(award)}`).join('、')}`,
        `one of: ${rule.options.map(({ label, award }) => `${label} ${pointsEn(award)}`).join(', ')}`,
      );
    case 'ratio':
      return say(`按完成率 × ${pointsZh(rule.of)} 计分`, `rate × ${pointsEn(rule.of)}`);
    case 'ratio_to_best':
      return say(`与最高者相比按比例计分（${rule.best}）`, `in proportion to the best (${rule.best})`);
    case 'rank': {
      const places = Object.entries(rule.table).sort(([a], [b]) => Number(a) - Number(b));
      const gives = rule.delta ? '加减' : '得';
      return say(
        `按名次${gives}分：${places.map(([place, points]) => `${placeZh(place)} ${points} 分`).join('、')}`,
        `by rank: ${places.map(([place, points]) => `${place}: ${points}`).join(', ')}`,
      );
    }
    case 'bands':
    case 'bands_each':
      return say(
        `${rule.kind === 'bands_each' ? '每起分档' : '分档'}：${rule.bands.map(band => `${bandZh(band)}${effectZh(band.effect)}`).join('；')}`,
        `${rule.kind === 'bands_each' ? 'each by band' : 'by band'}: ${rule.bands.map(band => `${bandEn(band)} ${effectEn(band.effect)}`).join('; ')}`,
      );
    case 'grade':
      return say(
        `等次：${rule.bands.map(band => `${bandZh({ ...band, effect: { deduct: 0 } })}${band.label}`).join('；')}`,
        `grades: ${rule.bands.map(band => `${bandEn({ ...band, effect: { deduct: 0 } })} ${band.label}`).join('; ')}`,
      );
    case 'bonus_each': {
      const most = rule.max === undefined ? say('', '') : say(`，最多加 ${rule.max} 分`, `, at most ${rule.max}`);
      return say(
        `每${per(rule)}加 ${rule.amount} 分${most['zh-CN']}`,
        `a bonus of ${rule.amount} for every ${perEn(rule)}${most.en}`,
      );
    }
    case 'bonus_levels':
      return levelWords('加', 'bonus by level', rule.levels, rule.dedupe !== undefined);
    case 'bonus_threshold':
      return say(
        `${compare(rule.op)} ${rule.value}${rule.unit} 加 ${rule.amount} 分`,
        `a bonus of ${rule.amount} when ${compareEn(rule.op)} ${rule.value}${rule.unit}`,
      );
    case 'dedupe':
      return rule.mode === 'highest'
        ? say('就高计分，不重复', 'only the highest counts')
        : say('同一事项只计一次', 'counted once only');
    case 'cap':
      return say(`合计不超过 ${pointsZh(rule.max)}`, `at most ${pointsEn(rule.max)} together`);
    case 'bonus_cap':
      return say(`加分合计不超过 ${rule.max} 分`, `bonuses at most ${rule.max} together`);
    case 'allow_negative':
      return say('可以扣成负分', 'may go below zero');
    case 'multiplier':
      return say(`按 ${rule.factor} 倍计`, `times ${rule.factor}`);
    case 'extra_deduct':
      return say(
        `另从总分中扣 ${rule.amount} 分${rule.alsoZero ? '，本项不得分' : ''}`,
        `${rule.amount} more points off the total${rule.alsoZero ? ', and none for the item' : ''}`,
      );
    case 'evidence_required':
      return say(`须有佐证（${rule.evidence}），否则不得分`, `no points without papers (${rule.evidence})`);
    case 'veto':
      return say(
        `一票否决：${rule.effect.label ?? VETOES[rule.effect.type][0]}`,
        `veto: ${rule.effect.label ?? VETOES[rule.effect.type][1]}`,
      );
    case 'na':
      return rule.mode === 'full'
        ? say('不涉及的得满分', 'full points where it does not apply')
        : say('不涉及的不计，按实有项折算', 'left out where it does not apply, the rest scaled');
    case 'fold':
      return say(`得分乘 ${rule.factor} 折算`, `the score counts times ${rule.factor}`);
    case 'base':
      return say(`基础分 ${rule.amount} 分`, `a base of ${rule.amount} points`);
    case 'share':
      return say(`按${rule.by}分摊`, `shared by ${rule.by}`);
    case 'manual': {
      const range =
        rule.min === undefined && rule.max === undefined ? '' : `（${rule.min ?? 0}～${rule.max ?? '?'} 分）`;
      const rangeEn = range === '' ? '' : ` (${rule.min ?? 0} to ${rule.max ?? '?'} points)`;
      return say(`由人决定${rule.bonus ? '加多少分' : '得多少分'}${range}`, `a person decides${rangeEn}`);
    }
    case 'none':
      return say('与得分无关', 'no points depend on it');
    case 'unparsed':
      return say('没有读懂，按原文掌握', 'not understood; go by the words');
  }
}

const VETOES: Record<RuleOf<'veto'>['effect']['type'], readonly [string, string]> = {
  disqualify: ['取消资格', 'disqualified'],
  grade: ['直接定等次', 'the grade is set'],
  grade_cap: ['等次封顶', 'the grade is capped'],
  deduct_total: ['从总分中扣', 'points off the total'],
  zero_total: ['总分为零', 'the total is zero'],
};

function limited(words: Sentence, cap: Cap | undefined): Sentence {
  if (cap === undefined) return words;
  if (cap === 'weight') return say(`${words['zh-CN']}，扣完为止`, `${words.en}, until the item's points are used up`);
  if (cap === 'none') return say(`${words['zh-CN']}，可为负分`, `${words.en}, below zero if need be`);
  return say(`${words['zh-CN']}，最多扣 ${cap} 分`, `${words.en}, at most ${cap}`);
}

interface Each {
  unit: string;
  per?: number | undefined;
}

const per = ({ unit, per: count = 1 }: Each): string => ` ${count} ${unit}`;
const perEn = ({ unit, per: count = 1 }: Each): string => `${count} ${unit}`;
const share = (part: number): string => `${Math.round(part * 10_000) / 100}%`;
const pointsZh = (points: number | 'weight' | undefined): string =>
  points === 'weight' ? '满分' : `${points ?? '?'} 分`;
const pointsEn = (points: number | 'weight' | undefined): string =>
  points === 'weight' ? 'full points' : `${points ?? '?'} points`;

function placeZh(place: string): string {
  return place.startsWith('-') ? `倒数第 ${place.slice(1)} 名` : `第 ${place} 名`;
}

const COMPARED: Record<Comparison, readonly [string, string]> = {
  '<': ['低于', 'below'],
  '<=': ['不高于', 'at most'],
  '>': ['高于', 'above'],
  '>=': ['达到', 'at least'],
};
const compare = (op: Comparison): string => COMPARED[op][0];
const compareEn = (op: Comparison): string => COMPARED[op][1];

type Limits = Omit<Band, 'effect'>;

function bandZh({ min, max, minIncl = true, maxIncl = false }: Limits & { effect?: unknown }): string {
  if (min === undefined) return `${max ?? '?'}${maxIncl ? '及以下' : '以下（不含）'} `;
  if (max === undefined) return `${min}${minIncl ? '及以上' : '以上（不含）'} `;
  return `${min}${minIncl ? '' : '（不含）'}～${max}${maxIncl ? '' : '（不含）'} `;
}

function bandEn({ min, max, minIncl = true, maxIncl = false }: Limits & { effect?: unknown }): string {
  const low = min === undefined ? '' : `${minIncl ? '≥' : '>'} ${min}`;
  const high = max === undefined ? '' : `${maxIncl ? '≤' : '<'} ${max}`;
  return [low, high].filter(Boolean).join(', ');
}

function effectZh(effect: BandEffect): string {
  if ('deduct' in effect) return `扣 ${effect.deduct} 分`;
  if ('award' in effect) return `得 ${pointsZh(effect.award)}`;
  if ('awardRatio' in effect) return `得本项分值的 ${share(effect.awardRatio)}`;
  return `${effect.delta < 0 ? '减' : '加'} ${Math.abs(effect.delta)} 分`;
}

function effectEn(effect: BandEffect): string {
  if ('deduct' in effect) return `${effect.deduct} off`;
  if ('award' in effect) return pointsEn(effect.award);
  if ('awardRatio' in effect) return `${share(effect.awardRatio)} of the points`;
  return `${effect.delta > 0 ? '+' : ''}${effect.delta}`;
}

function levelWords(
  verb: string,
  en: string,
  levels: readonly { level: string; amount: number }[],
  highest: boolean,
): Sentence {
  return say(
    `${levels.map(({ level, amount }) => `${level} ${verb} ${amount} 分`).join('、')}${highest ? '，就高不重复' : ''}`,
    `${en}: ${levels.map(({ level, amount }) => `${level} ${amount}`).join(', ')}${highest ? ' (highest only)' : ''}`,
  );
}
