import type { HistoryLine } from '../../components/indicator/field-history';
import type { CampaignJournal } from '../../lib/model/campaign-journal';
import type { Answer } from '../../lib/model/item';

/** A field's life as lines to read. */
export async function fieldHistory(journal: CampaignJournal, answer: Answer): Promise<HistoryLine[]> {
  const entries = await journal.history(answer.entity, answer.field);
  return entries.map(({ op, before, after, current }) => ({
    id: op.id,
    who: op.actor,
    when: op.hlc.time,
    from: shown(before[0]),
    to: shown(after),
    value: after,
    isUndo: op.undoes !== undefined,
    current,
  }));
}

function shown(value: string | number | boolean | null | undefined): string | undefined {
  return value === undefined ? undefined : value === null ? '' : String(value);
}
