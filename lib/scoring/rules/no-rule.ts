import type { RuleOf } from '../../model/rule';
import type { Clause } from '../grammar/clause';
import { thresholdOf } from './comparisons';

const METHOD =
  /^(?:通过|采取|采用|以|按|由|根据|结合)?(?:(?:资料|材料)(?:评审|审核|核查)|明察|查看|查阅|听取|现场|实地|抽查|走访|问卷|座谈|检查|听|调阅|随机|暗访|明查|核查|核实|访谈|询问|翻阅|查|看|调取|电话|随访|日常(?:检查|掌握|督查)|平时(?:掌握|考核)|年终(?:检查|考核)|会议签到|资料审查|网上|系统)/;
const FORBIDDEN =
  /^(?:[^,;。]{0,12}?)(?:无|没有|未发生|不发生|不出现|杜绝|严禁|禁止|零发生|不得发生|不得出现|未出现|防止|坚决遏制|确保不发生)/;
const EVENT =
  /事故|事件|案件|违法|违纪|上访|集访|越级|犯罪|刑事|治安|火灾|舆情|泄密|安全责任|群体|邪教|吸毒|涉黑|涉恶|非访|信访|命案|自杀|死亡|伤亡|火情|纠纷激化|民转刑|个人极端/;
const DEADLINE =
  /(?:\d{4}年(?:\d{1,2}月(?:\d{1,2}[日号])?)?|\d{1,2}月(?:\d{1,2}[日号])?|每(?:月|季度|年|周)|年|月|季度|当年|次月)(?:\d{1,2}[日号])?(?:年?底|末)?(?:以前|之前|前|底前|底|末)/;

/** 视篇幅按一定系数折合扣分处理: points change, and how is not said in a way that can be calculated. */
const CHANGES_POINTS = /(?:折[算合]|换算|系数)[^,;。]{0,6}(?:得|扣|加|减|计|记|赋|给|打)分|(?:扣|减|加|计|记)分处理/;

export const changesPoints = (text: string): boolean => CHANGES_POINTS.test(text);

/** What text without an effect on points still says: a requirement, a deadline, a weight, what must not happen, how it is checked. */
export function noRule(clauses: readonly Clause[], text: string): RuleOf<'none'> {
  const rule: RuleOf<'none'> = { kind: 'none' };
  const plain = text.replace(/^[(\d.、)①-⑳一二三四五六七八九十]+[.、)]/, '');
  const points = statedPoints(clauses, plain);
  if (points) return { ...rule, ...points };
  if ((METHOD.test(plain) || /方式(?:进行)?(?:考评|考核|评定)?$/.test(plain)) && !clauses.some(clause => clause.bound))
    return { ...rule, method: true };
  const bounded = clauses.find(clause => clause.bound);
  const threshold = bounded?.bound && thresholdOf(bounded.bound);
  if (threshold && threshold.unit !== '分') {
    const { op, value, unit } = threshold;
    const period = /每?(半年|年|季度|季|月|周|天|日|学期)(?:度)?/
      .exec(periodText(bounded!))?.[1]
      ?.replace(/^季$/, '季度');
    rule.threshold = { op, value, unit, ...(period ? { period } : {}) };
  }
  const deadline = DEADLINE.exec(plain)?.[0];
  if (deadline) rule.deadline = deadline;
  if (!threshold && FORBIDDEN.test(plain) && EVENT.test(plain)) rule.forbidden = true;
  return rule;
}

function periodText(clause: Clause): string {
  const mark = clause.islands.find(island => island.kind === 'mark' && island.mark === 'period');
  return mark?.kind === 'mark' ? mark.text : '';
}

/** 共40分, 满分100分: a total. （10分）, 权重5%: a weight. */
function statedPoints(clauses: readonly Clause[], text: string): { total: number } | { weight: number } | null {
  const percent = /(?:权重|占比|占)(?:为|是|总分|总分的|考核|:)*(\d+(?:\.\d+)?)%/.exec(text)?.[1];
  if (percent) return { weight: Number(percent) };
  const stated = clauses.flatMap(clause => {
    const { head } = clause;
    if (head?.kind === 'cap') return [{ lead: text.slice(0, head.end - clause.start), value: head.max }];
    return head?.kind === 'effect' && head.bare && head.amount.type === 'points'
      ? [{ lead: clause.lead, value: head.amount.value }]
      : [];
  });
  if (stated.length !== 1) return null;
  const { lead, value } = stated[0]!;
  return /(?:共|满分|总分|总计|合计|共计|总分值)[^,]{0,4}$/.test(lead.replace(/[\d.]+分$/, ''))
    ? { total: value }
    : { weight: value };
}
