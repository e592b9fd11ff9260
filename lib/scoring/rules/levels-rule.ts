import type { SimpleRule } from '../../model/rule';
import { type Clause, isMark } from '../grammar/clause';
import type { EffectIsland } from '../grammar/island';
import { CERTAIN, LIKELY, type Taken } from './reading';

/** 区级每篇计10分，市级每篇计15分; 国家、省、市级分别加5、3、2分 */
export function takeLevels(clauses: readonly Clause[], at: number): Taken | null {
  const listed = listedLevels(clauses[at]!);
  if (listed) return listed;
  const levels: { level: string; amount: number }[] = [];
  let bonus = false;
  for (let next = at; next < clauses.length; next++) {
    const clause = clauses[next]!;
    const { head } = clause;
    if (!clause.level || head?.kind !== 'effect' || head.sign === 'deduct' || head.amount.type !== 'points') break;
    if (clause.bound || levels.some(({ level }) => level === levelName(clause.level!))) break;
    levels.push({ level: levelName(clause.level), amount: head.amount.value });
    bonus ||= head.sign === 'bonus';
  }
  return levels.length < 2 ? null : { rule: levelsRule(levels, bonus), taken: levels.length, confidence: CERTAIN };
}

function listedLevels(clause: Clause): Taken | null {
  const { head } = clause;
  if (head?.kind !== 'effect' || head.amount.type !== 'list' || head.sign === 'deduct') return null;
  const names = clause.islands
    .filter(island => isMark(island, 'level'))
    .map(island => levelName((island as { text: string }).text));
  const { values } = head.amount;
  if (names.length !== values.length || new Set(names).size !== names.length) return null;
  const levels = names.map((level, index) => ({ level, amount: values[index]! }));
  return { rule: levelsRule(levels, (head as EffectIsland).sign === 'bonus'), taken: 1, confidence: LIKELY };
}

function levelsRule(levels: { level: string; amount: number }[], bonus: boolean): SimpleRule {
  return bonus ? { kind: 'bonus_levels', levels } : { kind: 'award_levels', levels };
}

/** 省 of 国家、省、市级 → 省级; 一 of 一、二等奖 → 一等奖 */
function levelName(text: string): string {
  const plain = text.replace(/[()]/g, '');
  if (/^[一二三]$/.test(plain)) return `${plain}等奖`;
  return /级|奖|委|政府|国务院|党中央|^全/.test(plain) ? plain : `${plain}级`;
}
