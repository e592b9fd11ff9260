import type { Clause } from '../grammar/clause';
import { CERTAIN, LIKELY, type Taken } from './reading';

const LONGEST = 40;

/** 有机构得1分，有人员得1分，有经费得1分: each gives points of its own. */
export function takeChecklist(clauses: readonly Clause[], at: number): Taken | null {
  const items: { key: string; amount: number }[] = [];
  let bare = false;
  let next = at;
  for (; next < clauses.length; next++) {
    const item = itemOf(clauses[next]!);
    if (!item || items.some(({ key }) => key === item.key)) break;
    items.push({ key: item.key, amount: item.amount });
    bare ||= item.bare;
  }
  if (items.length < 2) return null;
  return { rule: { kind: 'award_checklist', items }, taken: next - at, confidence: bare ? LIKELY : CERTAIN };
}

/** 召开部署会（1分） says what is done; 组织领导（10分） is a heading. */
function isDone(lead: string): boolean {
  const words = lead.replace(/[(:,]+$/, '');
  return (
    /^(?:召开|开展|组织|落实|完成|配备|签订|上报|报送|研究|部署|制定|成立|明确|举办|参加|悬挂|张贴|发放|公示|建立|健全)/.test(
      words,
    ) && !/(?:领导|建设|保障|责任|管理|机制|成效|情况|体系|考核|创新)$/.test(words)
  );
}

function itemOf(clause: Clause): { key: string; amount: number; bare: boolean } | null {
  const { head } = clause;
  if (head?.kind !== 'effect' || head.sign !== 'award' || head.amount.type !== 'points' || head.discretion) return null;
  if (clause.each || clause.bound || clause.level || clause.rank || clause.label || head.amount.value === 0)
    return null;
  // 领导责任（10分）、履职成效（15分） are headings with weights; 有机构（1分） says what gives the point.
  if (head.bare && !/^[有已能按建设制成]/.test(clause.lead) && !isDone(clause.lead)) return null;
  const key = clause.lead
    .replace(/[,:(的]+$/, '')
    .replace(/^有/, '')
    .slice(0, LONGEST);
  return key === '' || /(?:未|没有|不)[^,]{0,4}$/.test(key)
    ? null
    : { key, amount: head.amount.value, bare: head.bare };
}
