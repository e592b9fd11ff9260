import { useSyncExternalStore } from 'react';
import type { ScoringRule } from '../../lib/model/scoring-rule';
import type { RecognisedTable } from '../../lib/model/table';
import { scoringRuleOf } from '../../lib/tasks/campaign-rules';
import type { CampaignSession } from './campaign-session';

interface TableWithRule {
  table: RecognisedTable;
  rule: ScoringRule | null;
}

/** Of each table that is scored, the rule for the whole of it, as it stands now. */
export function useWholeTableRules({ filling, workbook }: CampaignSession): readonly TableWithRule[] {
  const read = (): TableWithRule[] =>
    workbook.recognition.tables
      .filter(({ kind }) => kind !== 'tasks')
      .map(table => ({ table, rule: scoringRuleOf({ table, indicator: null }, place => filling.value(place)) }));
  // Read anew for each drawing; this only tells when there is something new.
  useSyncExternalStore(
    listener => filling.subscribe(listener),
    () => JSON.stringify(read().map(({ rule }) => rule && [rule.text, rule.clauses])),
  );
  return read();
}
