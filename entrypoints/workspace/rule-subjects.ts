import type { RuleSubject } from '../../components/rules/rule-subject';
import type { Item } from '../../lib/model/item';
import type { OpValue } from '../../lib/model/op';
import type { RuleTarget } from '../../lib/model/rule-entry';
import type { ScoringRule } from '../../lib/model/scoring-rule';
import type { RecognisedTable } from '../../lib/model/table';
import type { Place } from '../../lib/tasks/answer-places';
import { type RuleOwner, ruleOfItem } from '../../lib/tasks/campaign-rules';
import { tableId } from '../../lib/tasks/whole-table';

/** All that can have a rule, in the tables' order: each table's indicators, then the table itself. */
export function subjectsOf(
  items: readonly Item[],
  whole: readonly { table: RecognisedTable; rule: ScoringRule | null }[],
  read: (place: Place) => OpValue | undefined,
): RuleSubject[] {
  return whole.flatMap(({ table, rule }) => [
    ...items
      .filter(item => item.table === table)
      .map(item => ({
        key: item.entity,
        table,
        section: item.section,
        indicator: item.indicator,
        rule: ruleOfItem(item, read),
      })),
    { key: `table:${tableId(table)}`, table, section: null, indicator: null, rule },
  ]);
}

export function ownerOf(
  target: RuleTarget,
  byKey: ReadonlyMap<string, RuleSubject>,
): { owner: RuleOwner; rule: ScoringRule | null } | null {
  const subject = byKey.get(target.for === 'indicator' ? target.entity : `table:${target.table}`);
  return subject ? { owner: subject, rule: subject.rule } : null;
}
