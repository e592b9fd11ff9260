import type { SimpleRule } from '../../model/rule';
import { type Clause, hasMark, isMark } from '../grammar/clause';
import type { EffectIsland, MarkIsland } from '../grammar/island';
import { ASSUMED, CERTAIN, LIKELY } from './reading';

type Read = { rule: SimpleRule; confidence: number } | null;

/** Rules about the table as a whole: vetoes, missing items, how the total is worked out. */
export function wholeTableRule(clause: Clause, text: string): Read {
  return (
    vetoRule(clause) ??
    notApplicableRule(clause, text) ??
    evidenceRule(clause, text) ??
    shareRule(clause) ??
    baseRule(clause) ??
    foldRule(clause)
  );
}

function vetoRule(clause: Clause): Read {
  const { head } = clause;
  if (head?.kind === 'effect' && head.fromTotal) return totalRule(clause, head);
  if (!isMark(head, 'veto')) return null;
  // 落实一票否决制度 asks for something; it takes nothing.
  if (/(?:落实|执行|严格|建立|运用|完善|用好|健全)[^,]{0,6}$/.test(clause.lead)) return null;
  const confidence = clause.lead.length > 1 ? CERTAIN : LIKELY;
  return { rule: { kind: 'veto', effect: { type: vetoType(head.text), label: gradeLabel(head.text) } }, confidence };
}

/** 从总分中扣5分, 总分计0分 */
function totalRule(clause: Clause, { sign, amount }: EffectIsland): Read {
  if (amount.type !== 'points' || clause.each || hasMark(clause, 'alsoZero') || hasMark(clause, 'fullyDeducted'))
    return null;
  if (sign === 'deduct') {
    return { rule: { kind: 'veto', effect: { type: 'deduct_total', amount: amount.value } }, confidence: CERTAIN };
  }
  if (sign !== 'award' || amount.value !== 0) return null;
  return { rule: { kind: 'veto', effect: { type: 'zero_total', label: '总分计0分' } }, confidence: CERTAIN };
}

type VetoType = 'disqualify' | 'grade' | 'grade_cap' | 'zero_total';
const GRADE = /优秀|良好|优等|合格|称职|达标|[一二三]等|[A-D][级类档等]?|好|差|先进等次|末位|最低|黄牌/;

function vetoType(text: string): VetoType {
  if (/[0零]分$/.test(text)) return 'zero_total';
  if (/^(?:不得|不能|不予|不可|不)/.test(text)) {
    return GRADE.test(text) && !/评先|评优|先进|推荐|参评|评选/.test(text) ? 'grade_cap' : 'disqualify';
  }
  return /否决|取消|撤销|丧失|暂停/.test(text) ? 'disqualify' : 'grade';
}

/** 不能评为优秀等次 → 不能评为优秀 */
function gradeLabel(text: string): string {
  // 降低一个等次 keeps what it counts.
  return text.replace(/(?<!个|[一二两三])(?:等次|等级|档次|档)$/, '');
}

/** 缺项的得满分; 缺项的按实有项目折算 */
function notApplicableRule(clause: Clause, text: string): Read {
  const words = text.slice(clause.start, clause.end);
  const missing = hasMark(clause, 'notApplicable');
  const { head } = clause;
  if (
    missing &&
    head &&
    (isMark(head, 'full') || isMark(head, 'noDeduct') || (head.kind === 'effect' && head.amount.type === 'full'))
  ) {
    return { rule: { kind: 'na', mode: 'full' }, confidence: CERTAIN };
  }
  const others = hasMark(clause, 'applicable');
  const scales = hasMark(clause, 'fold') || /百分比|百分制|比例|得分率/.test(words);
  const leavesOut = missing && /不参与|不计入|不纳入|剔除|扣除该项分值后|不列入/.test(words);
  if ((missing && scales) || (others && scales) || leavesOut) {
    return { rule: { kind: 'na', mode: 'normalize', base: 100 }, confidence: leavesOut && !scales ? LIKELY : CERTAIN };
  }
  return null;
}

/** 无表彰文件佐证的，不予加分 */
function evidenceRule(clause: Clause, text: string): Read {
  const { head } = clause;
  const refuses =
    isMark(head, 'noBonus') || isMark(head, 'zero') || /不予(?:认定|认可|采信|计算|统计)/.test(clause.lead);
  if (!refuses) return null;
  const marks = clause.islands.filter((island): island is MarkIsland => island.kind === 'mark');
  const from = marks.find(mark => mark.mark === 'absent')?.end ?? mustBeProvided(clause);
  const proof = from === null ? undefined : marks.find(mark => mark.mark === 'proof' && mark.start >= from);
  if (from === null || !proof) return null;
  const between = text
    .slice(from, proof.start)
    .replace(/^(?:相关|有关|有效|相应|任何)+/, '')
    .replace(/(?:作为|等|的|相关|有关)+$/, '');
  const evidence =
    /(?:材料|资料|文件|凭证|证书|依据)$/.test(proof.text) && !/(?:文件|资料|材料)$/.test(between)
      ? between + proof.text
      : between || proof.text;
  return { rule: { kind: 'evidence_required', evidence }, confidence: CERTAIN };
}

/** 须提供正式文件依据，否则 … */
function mustBeProvided(clause: Clause): number | null {
  const found = hasMark(clause, 'otherwise') ? /[须需应要](?:提供|附|提交|报送|具备|有)/.exec(clause.lead) : null;
  return found ? clause.start + found.index + found[0].length : null;
}

/** 按署名人数平均得分 */
function shareRule(clause: Clause): Read {
  if (!isMark(clause.head, 'share')) return null;
  const by = /[按由]照?(.+?)(?:平均|均等)/.exec(clause.head.text)?.[1];
  return by ? { rule: { kind: 'share', by }, confidence: CERTAIN } : null;
}

/** 起评分100分 */
function baseRule(clause: Clause): Read {
  const { head } = clause;
  if (!hasMark(clause, 'base') || head?.kind !== 'effect' || head.sign !== 'award' || head.amount.type !== 'points')
    return null;
  if (
    clause.each ||
    clause.bound ||
    !/(?<![得计])(?:起评分|基础分|基准分|基本分|起始分|底分|起步分)(?:值|数)?[为是:]?$/.test(clause.lead)
  )
    return null;
  return { rule: { kind: 'base', amount: head.amount.value }, confidence: CERTAIN };
}

/** 计入总分权重10%, 按20%折算计入, 折算为30分 */
function foldRule(clause: Clause): Read {
  if (!hasMark(clause, 'fold') || hasMark(clause, 'notApplicable') || clause.bound) return null;
  const percents = clause.islands.filter(island => isMark(island, 'percent')) as MarkIsland[];
  const enters =
    clause.islands.some(island => isMark(island, 'fold') && island.text !== '纳入') || hasMark(clause, 'total');
  if (percents.length === 1 && enters && !clause.head) {
    return { rule: { kind: 'fold', factor: percents[0]!.value / 100 }, confidence: CERTAIN };
  }
  const { head } = clause;
  if (head?.kind !== 'effect' || !head.bare || head.amount.type !== 'points' || percents.length > 0) return null;
  const scales = /(?:折算|折合|换算)(?:为|成|到)?$/.test(clause.lead);
  return scales && head.amount.value < 100
    ? { rule: { kind: 'fold', factor: head.amount.value / 100 }, confidence: ASSUMED }
    : null;
}
