import type { HistoryLine } from '../../components/indicator/field-history';
import type { Texts } from '../../components/texts/zh-cn';
import type { Place } from '../../lib/tasks/answer-places';
import type { CampaignFilling } from '../../lib/tasks/campaign-filling';
import { replicaNames } from '../../lib/tasks/sharing/campaign-facts';
import { howEdited } from './sharing/how-edited';

/** A field's life as lines to read. */
export async function fieldHistory(
  { journal, state }: CampaignFilling,
  { entity, field }: Place,
  texts: Texts,
): Promise<HistoryLine[]> {
  const entries = await journal.history(entity, field);
  const names = replicaNames(state.values());
  return entries.map(({ op, before, after, current }) => ({
    id: op.id,
    who: op.actor,
    when: op.hlc.time,
    from: shown(before[0]),
    to: shown(after),
    value: after,
    pc: names.get(op.replica) ?? op.replica,
    how: howEdited(op.source, texts),
    current,
  }));
}

function shown(value: string | number | boolean | null | undefined): string | undefined {
  return value === undefined ? undefined : value === null ? '' : String(value);
}
