import type { SimpleRule } from '../../model/rule';
import { type Clause, hasMark, isMark } from '../grammar/clause';
import type { Island } from '../grammar/island';
import { CERTAIN, LIKELY } from './reading';

type Read = { rule: SimpleRule; confidence: number } | null;
type Operand =
  | { type: 'rate'; best: string | null; ofApplicable: boolean }
  | { type: 'weight' }
  | { type: 'points'; value: number }
  | { type: 'number'; value: number }
  | { type: 'percent'; value: number }
  | { type: 'score' };

/** 得分=完成率×分值, 实际数/应完成数×5分, 考核得分×20% */
export function formulaRule(clause: Clause): Read {
  if (!hasMark(clause, 'times')) return null;
  const operands = split(clause.islands).map(operandOf);
  if (operands.length < 2 || operands.some(operand => operand === null)) return null;
  const known = (operands as Operand[]).filter(operand => !(operand.type === 'percent' && operand.value === 100));
  const rates = known.filter(operand => operand.type === 'rate');
  const others = known.filter(operand => operand.type !== 'rate');
  const [other] = others;
  const [rate] = rates;
  if (rate?.type === 'rate' && rate.ofApplicable && (others.length === 0 || isHundred(others))) {
    return { rule: { kind: 'na', mode: 'normalize', base: 100 }, confidence: LIKELY };
  }
  if (rates.length === 1 && others.length === 1 && other) {
    const of =
      other.type === 'weight'
        ? ('weight' as const)
        : other.type === 'points' || other.type === 'number'
          ? other.value
          : null;
    if (of === null) return null;
    const { best } = rates[0] as Extract<Operand, { type: 'rate' }>;
    if (best) return { rule: { kind: 'ratio_to_best', best, ...(of === 'weight' ? {} : { of }) }, confidence: LIKELY };
    return { rule: { kind: 'ratio', of }, confidence: CERTAIN };
  }
  const score = others.find(operand => operand.type === 'score');
  const factor = others.find(operand => operand.type === 'percent' || operand.type === 'number');
  if (rates.length > 0 || others.length !== 2 || !score || !factor || !('value' in factor)) return null;
  const share = factor.type === 'percent' ? factor.value / 100 : factor.value;
  return share > 0 && share < 1 ? { rule: { kind: 'fold', factor: share }, confidence: CERTAIN } : null;
}

/** 得分÷应考核项目总分: how much of what could be had was had. */
const OF_APPLICABLE =
  /得分(?:之和|总和|合计)?[/÷](?:应|实有|实际|参评|参与|涉及|适用)[^/÷]{0,8}(?:总分|分值|满分|总分值|分)\)?$/;

function isHundred(operands: readonly Operand[]): boolean {
  const [only] = operands;
  return operands.length === 1 && only !== undefined && 'value' in only && only.value === 100;
}

function split(islands: readonly Island[]): Island[][] {
  const operands: Island[][] = [[]];
  for (const island of islands) {
    if (isMark(island, 'comma') && operands.length > 1) break;
    if (isMark(island, 'equals') || isMark(island, 'comma')) operands[operands.length - 1] = [];
    else if (isMark(island, 'times')) operands.push([]);
    else operands[operands.length - 1]!.push(island);
  }
  return operands;
}

function operandOf(islands: readonly Island[]): Operand | null {
  const text = islands.map(island => ('text' in island ? island.text : '')).join('');
  const best = /(?:最高|最大|最多|最优|第一名)[^/)]*/.exec(text)?.[0] ?? null;
  for (const island of islands) {
    if (island.kind === 'effect') {
      return island.bare && island.amount.type === 'points' ? { type: 'points', value: island.amount.value } : null;
    }
    if (island.kind !== 'mark') return null;
    if (island.mark === 'percent') return { type: 'percent', value: island.value };
    if (island.mark === 'number') return { type: 'number', value: island.value };
  }
  const isRate =
    islands.some(island => isMark(island, 'rate') || isMark(island, 'slash')) ||
    /(?:率|比例|比|占比|比值|满意度|知晓度)\)?$/.test(text);
  if (isRate) return { type: 'rate', best, ofApplicable: OF_APPLICABLE.test(text) };
  if (islands.some(island => isMark(island, 'weight')) || /(?:满分|本项分|基础分)$/.test(text))
    return { type: 'weight' };
  return islands.some(island => isMark(island, 'total')) || /(?:得分|成绩|分数|总分)$/.test(text)
    ? { type: 'score' }
    : null;
}
