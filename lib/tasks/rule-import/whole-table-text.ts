import type { RuleKind } from '../../model/rule';
import { parseRule } from '../../scoring/parse-rule';

const OF_THE_TABLE: ReadonlySet<RuleKind> = new Set<RuleKind>(['grade', 'bonus_cap', 'fold', 'na', 'veto']);

/** Grades, vetoes, caps on all bonuses: where no item is named, they are for no single one. */
export function isOfWholeTable(text: string): boolean {
  const { rule } = parseRule(text);
  const rules = rule.kind === 'composite' ? rule.rules : [rule];
  return rules.every(({ kind }) => OF_THE_TABLE.has(kind));
}
