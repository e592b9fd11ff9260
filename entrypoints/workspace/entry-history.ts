import type { HistoryLine } from '../../components/indicator/field-history';
import type { Texts } from '../../components/texts/zh-cn';
import { ENTRY_FIELDS, REMOVED } from '../../lib/model/entry';
import type { AnyEntry } from '../../lib/model/item';
import type { CampaignFilling } from '../../lib/tasks/campaign-filling';
import { fieldHistory } from './field-history';

/** The life of an entry: all its fields and its removals, oldest first. */
export async function entryHistory(
  filling: CampaignFilling,
  { entity, list }: Pick<AnyEntry, 'entity' | 'list'>,
  texts: Texts,
): Promise<HistoryLine[]> {
  const words = texts.entries;
  const labels: Readonly<Record<string, string>> = words.labels[list];
  const told = [...ENTRY_FIELDS[list], REMOVED].map(async field => {
    const isRemoval = field === REMOVED;
    const label = isRemoval ? words.wholeEntry : (labels[field] ?? field);
    const said = (text: string) => (!isRemoval ? text : text === 'true' ? words.removed : words.there);
    const lines = await fieldHistory(filling, { entity, field }, texts);
    return lines.map((line): HistoryLine => {
      const { from, to } = line;
      // Before its first words an entry was nowhere; no workbook holds any.
      return {
        ...line,
        from: said(from ?? words.nothing),
        to: said(to ?? words.nothing),
        of: { entity, field, label },
      };
    });
  });
  // Each field's own order puts causes before effects; across fields the clocks have to do.
  return (await Promise.all(told)).flat().sort((a, b) => a.when - b.when);
}
