import type { SimpleRule } from '../../model/rule';
import { type Clause, hasMark } from '../grammar/clause';
import type { EffectIsland } from '../grammar/island';
import { awardRule, bonusRule, zeroRule } from './award-rule';
import { conditionOf, deductRule } from './deduct-rule';
import { formulaRule } from './formula-rule';
import { CERTAIN, LIKELY } from './reading';
import { wholeTableRule } from './whole-table-rule';

/** 'none': the clause leaves the points alone. null: it touches them, and it is not understood how. */
export type ClauseRule = { rule: SimpleRule; confidence: number } | 'none' | null;

/** The rule of one clause by itself. */
export function clauseRule(clause: Clause, text: string): ClauseRule {
  const formula = formulaRule(clause);
  if (formula) return formula;
  const whole = wholeTableRule(clause, text);
  if (whole) return whole;
  const { head } = clause;
  if (head === null) return speaksOfScores(clause, text) ? null : 'none';
  if (head.kind === 'effect') return effectRule(clause, head);
  // 合计40分 with nothing before it to limit is a total.
  if (head.kind === 'cap')
    return head.sign === null && /^(?:本项|该项|全部|项目|总分)?(?:共|合计|总计|共计)/.test(text.slice(head.start))
      ? 'none'
      : null;
  switch (head.mark) {
    case 'zero':
      return zeroRule(clause);
    case 'full':
      return fullRule(clause);
    case 'byRatio':
      return { rule: { kind: 'ratio', of: 'weight' }, confidence: CERTAIN };
    case 'noDeduct':
      return 'none';
    case 'veto':
      return 'none';
    case 'stray':
      return isIntroduction(clause) ? 'none' : null;
    default:
      return null;
  }
}

/** 得分=…, 按比例折算: a calculation that was not understood. */
function speaksOfScores(clause: Clause, text: string): boolean {
  const words = text.slice(clause.start, clause.end);
  // 完成率=完成数/任务数×100% only says what the rate is.
  if (/^[^=]{0,20}(?:率|比例|比|度)=/.test(words)) return false;
  if (hasMark(clause, 'times') || hasMark(clause, 'equals')) return true;
  return hasMark(clause, 'fold') && /(?:按|成)比例|折算|换算/.test(words);
}

/** 90%以上满分 */
function fullRule(clause: Clause): ClauseRule {
  const threshold = conditionOf(clause);
  if (threshold) return { rule: { kind: 'award_threshold', ...threshold, amount: 'weight' }, confidence: CERTAIN };
  return clause.bound ? null : { rule: { kind: 'award_fixed', amount: 'weight' }, confidence: LIKELY };
}

/** 按排名计分，第1名得10分 …: says how the rest is to be read. */
function isIntroduction({ lead }: Clause): boolean {
  return /^(?:按|根据|依据)(?:照)?[^,]{0,12}(?:名次|排名|排序|等次|档次|等级|级别|以下|下列|如下)[^,]{0,6}$/.test(lead);
}

function effectRule(clause: Clause, head: EffectIsland): ClauseRule {
  if (hasMark(clause, 'times') || hasMark(clause, 'equals')) return null;
  if (hasMark(clause, 'every') && !clause.each) return null;
  if (hasMark(clause, 'alsoZero') || hasMark(clause, 'fullyDeducted') || (head.extra && head.sign === 'deduct'))
    return extraRule(clause, head);
  if (head.sign === 'deduct') return deductRule(clause, head);
  if (head.sign === 'bonus') return bonusRule(clause, head);
  if (head.amount.type === 'points' && head.amount.value === 0) return zeroRule(clause);
  if (head.bare && !clause.each) return isWeight(clause) ? 'none' : null;
  return awardRule(clause, head);
}

/** （5分）, 满分100分, 领导责任10分: what the item is worth. */
function isWeight(clause: Clause): boolean {
  if (clause.head?.kind !== 'effect' || clause.head.amount.type !== 'points' || clause.head.distributes) return false;
  return clause.bound === null && !clause.label && !clause.level && !clause.rank;
}

/** 除不得分外，追加扣除5分; 扣满15分的，追加扣除10分 */
function extraRule(clause: Clause, head: EffectIsland): ClauseRule {
  if (head.sign === 'deduct' && head.amount.type === 'unstated')
    return { rule: { kind: 'manual' }, confidence: LIKELY };
  if (head.sign !== 'deduct' || head.amount.type !== 'points' || clause.each) return null;
  const amount = head.amount.value;
  if (hasMark(clause, 'alsoZero'))
    return { rule: { kind: 'extra_deduct', amount, alsoZero: true }, confidence: CERTAIN };
  if (hasMark(clause, 'fullyDeducted')) {
    return { rule: { kind: 'extra_deduct', amount, when: 'fully_deducted' }, confidence: CERTAIN };
  }
  return { rule: { kind: 'extra_deduct', amount }, confidence: LIKELY };
}
