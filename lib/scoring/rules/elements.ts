import { type Clause, isMark } from '../grammar/clause';
import type { EachIsland } from '../grammar/island';

const LONGEST = 24;

/**
 * 工作无计划、无措施、无总结的分别扣…, 任务、责任、措施每缺一项扣…: what may be missing, by name. null unless there are two.
 */
export function namedElements(clause: Clause, each: EachIsland | null): string[] | null {
  const end = each?.start ?? clause.head?.start ?? clause.end;
  const names: string[] = [];
  let name = '';
  const close = () => {
    if (/[^的,:]/.test(name)) names.push(name);
    name = '';
  };
  const hasList = clause.islands.some(island => island.end <= end && isMark(island, 'list'));
  for (const island of clause.islands) {
    if (island.start >= end) break;
    if (island.kind !== 'mark') return null;
    // 档案资料（计划、方案、总结）: the brackets hold the list.
    if (island.mark === 'open') {
      names.length = 0;
      name = '';
    } else if (island.mark === 'close') {
      close();
      break;
    } else if (island.mark === 'list' || (!hasList && island.mark === 'comma')) close();
    else if (island.mark === 'comma') {
      // With 、 in the clause, a comma only ends the list or opens it: 档案齐全，计划、总结每缺一项…
      if (names.length > 0) close();
      name = '';
    } else name += island.text;
  }
  close();
  const last = names.pop() ?? '';
  const all = [...names, ...splitLast(last)].map(elementName).filter(one => one !== '' && one.length <= LONGEST);
  return all.length >= 2 ? all : null;
}

function splitLast(name: string): string[] {
  const parts = name.split(/以及|和|及|或者|或/).filter(part => part.length > 0);
  return parts.length > 0 ? parts : [name];
}

function elementName(text: string): string {
  return text
    .replace(/[的,:]+$/, '')
    .replace(/等$/, '')
    .replace(/^.*(?:没有|缺少|无|缺|未)/, '')
    .replace(/^.*[中:]/, '')
    .trim();
}
