import type { SimpleRule } from '../../model/rule';
import { LIKELY, type Reading } from './reading';
import { isSameSubject } from './subject';

/** Two rules beside each other that are one: 达到98%得20分，每低1个百分点扣1分. */
export function mergeReadings(readings: readonly Reading[]): Reading[] {
  const merged: Reading[] = [];
  for (const reading of readings) {
    const last = merged[merged.length - 1];
    if (last && saysOtherwise(last, reading)) {
      last.end = reading.end;
      continue;
    }
    const rule = last && isSameSubject(last.words, reading.subject) ? merge(last.rule, reading.rule) : null;
    if (last && rule) {
      merged[merged.length - 1] = {
        rule,
        start: last.start,
        end: reading.end,
        sentence: reading.sentence,
        subject: last.subject,
        words: last.words,
        confidence: Math.min(last.confidence, reading.confidence, LIKELY + 0.1),
      };
    } else merged.push(reading);
  }
  return merged;
}

/** 开展得3分，未开展不得分; 符合的得满分，否则不得分: the second only says that the first did not happen. */
function saysOtherwise(first: Reading, second: Reading): boolean {
  if (first.rule.kind !== 'award_fixed' || second.rule.kind !== 'zero' || first.sentence !== second.sentence)
    return false;
  const words = second.words.replace(/[,的:]+$/, '');
  if (/^(?:否则|反之)$/.test(words)) return true;
  const done = first.words.replace(/^[,]+|[,的:]+$/g, '').replace(/^(?:按要求|按规定|已|有)/, '');
  const undone = /^(?:未|没有|无|不)(?:按要求|按规定)?(.+)$/.exec(words)?.[1];
  return undone !== undefined && done !== '' && (done === undone || done.startsWith(undone));
}

function merge(first: SimpleRule, second: SimpleRule): SimpleRule | null {
  if (first.kind === 'award_threshold') return startingAt(first.op, first.value, first.unit, second);
  if (first.kind === 'award_fixed' && second.kind === 'ratio_to_best')
    return first.amount === 'weight' || first.amount === second.of ? second : null;
  if (first.kind === 'award_fixed') return startingFrom(first.amount, second);
  if (first.kind === 'deduct_point' && second.kind === 'deduct_point') return piecewise(first, second);
  if (first.kind === 'cap' && second.kind === 'cap' && first.max === second.max) return { ...first, ...second };
  if (first.kind === 'dedupe' && second.kind === 'dedupe')
    return { kind: 'dedupe', mode: [first, second].some(d => d.mode === 'highest') ? 'highest' : 'once' };
  // 缺项不扣分，按应考项目得分率计算: how the missing is left out.
  if (first.kind === 'na' && second.kind === 'na') return second.mode === 'normalize' ? second : first;
  if (first.kind === 'allow_negative' && second.kind === 'allow_negative') return { ...second, ...first };
  // 没有涉及的不扣分，按满分计
  if (first.kind === 'na' && second.kind === 'award_fixed' && second.amount === 'weight')
    return { kind: 'na', mode: 'full' };
  if (first.kind === 'base' && second.kind === 'bonus_cap') return { ...first, bonusMax: second.max };
  return null;
}

/** The item's points are had at the target, and lost from there. */
function startingAt(op: string, value: number, unit: string, rule: SimpleRule): SimpleRule | null {
  const rises = op.startsWith('>');
  if (
    rule.kind === 'deduct_point' &&
    (rule.target === null || rule.target === value) &&
    !rule.targetFrom &&
    (unit === '%' || unit === '分') &&
    rises === (rule.direction !== 'above')
  ) {
    return { ...rule, target: value };
  }
  if (
    rule.kind === 'deduct_shortfall' &&
    rises &&
    rule.unit === unit &&
    (rule.target === null || rule.target === value)
  ) {
    const { targetFrom: _, ...rest } = rule;
    return { ...rest, target: value };
  }
  if (rule.kind === 'deduct_excess' && !rises && rule.unit === unit && rule.limit === null)
    return { ...rule, limit: value };
  return null;
}

/** 按时完成得5分，逾期1天扣1分; 完成得满分，每少1次扣1分 */
function startingFrom(amount: number | 'weight' | undefined, rule: SimpleRule): SimpleRule | null {
  if (rule.kind === 'late' && typeof amount === 'number') return { ...rule, onTimeAward: amount };
  const takes = /^deduct_(?:each|shortfall|excess|point|fixed)$|^late$|^ratio$/.test(rule.kind);
  return amount === 'weight' && takes ? rule : null;
}

function piecewise(
  first: SimpleRule & { kind: 'deduct_point' },
  second: SimpleRule & { kind: 'deduct_point' },
): SimpleRule | null {
  if (first.then || first.target === null || second.target === null || first.step !== second.step) return null;
  if ((first.direction ?? 'below') !== (second.direction ?? 'below') || second.then) return null;
  const further = first.direction === 'above' ? second.target > first.target : second.target < first.target;
  // biome-ignore lint/suspicious/noThenProperty: the shape that the rule files of this domain use
  return further ? { ...second, ...first, then: { from: second.target, amount: second.amount } } : null;
}
