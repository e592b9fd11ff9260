import type { Clause } from '../grammar/clause';

const GENERIC =
  /^(?:若|如|但|其中|凡|对|年度内|全年|当年|年内|整体|总体)?(?:发生|发现|造成|出现|完成|达到|得分|考核得分|下降|上升|逾期|迟报|晚报|晚|超期|延期|推迟|延误|拖延|数量|比例|每|参加|死亡|受伤|伤)?(?:的|为|在|数|人数)?$/;
const AROUND = /^(?:,|其中|但|则)+|(?:的|在|为|于|达|率|数|,|:|每)+$/g;

/** What a clause's first number is a number of: 知晓率 of 知晓率低于80%的扣1分. */
export function subjectOf(clause: Clause): string {
  const numbers = [clause.requirement, clause.bound, clause.each].flatMap(island => (island ? [island.start] : []));
  const end = numbers.length > 0 ? Math.min(...numbers) - clause.start : 0;
  return clause.lead.slice(0, Math.max(0, end));
}

/** A later clause speaks of the same thing when it names nothing else: 低于90%扣1分，低于80%扣2分. */
export function isSameSubject(words: string, subject: string): boolean {
  const name = subject.replace(AROUND, '');
  return GENERIC.test(subject) || GENERIC.test(name) || words.includes(name);
}
