import { useMemo } from 'react';
import type { FindingRow } from '../../components/entries/finding-row';
import { FindingsView } from '../../components/entries/findings-view';
import { useTexts } from '../../components/texts/texts-context';
import { localDay } from '../../lib/model/calendar-day';
import { entryValues } from '../../lib/tasks/entries/entry-changes';
import { allFindings, type Finding, findingWorkbook } from '../../lib/tasks/entries/finding-list';
import { exportFileName } from '../../lib/tasks/file-names';
import type { CampaignSession } from './campaign-session';
import { download } from './download';
import { campaignLink } from './route';
import { useBusy } from './use-busy';
import { useItems } from './use-session';

/** The findings of all items, closed here and exported as 问题整改清单. */
export function FindingsPanel({ session }: { session: CampaignSession }) {
  const texts = useTexts();
  const items = useItems(session);
  const { campaign, filling } = session;
  const { busy, failure, run } = useBusy();
  const today = localDay(new Date());
  const findings = useMemo(() => allFindings(items, today), [items, today]);
  return (
    <FindingsView
      rows={findings.map(finding => rowOf(campaign.id, finding))}
      today={today}
      onClose={(entity, closed) => void filling.set(entryValues<'finding'>(entity, { closed }))}
      onExport={() =>
        void run(texts.entries.overview.exporting, async () => {
          await filling.flush();
          const bytes = findingWorkbook(allFindings(session.items, today), today);
          download(bytes, exportFileName(campaign.fileName, texts.entries.export.findingsSuffix, 'xlsx'));
        })
      }
      busy={
        busy || failure ? (
          <>
            {busy}
            {failure}
          </>
        ) : null
      }
    />
  );
}

function rowOf(campaign: string, { item, entry, state }: Finding): FindingRow {
  const { fields } = entry;
  return {
    entity: entry.entity,
    code: item.indicator.code,
    content: item.indicator.content,
    department: item.answers.department.text.trim(),
    text: fields.text.text,
    rectification: fields.rectification.text,
    deadline: fields.deadline.text,
    responsiblePerson: fields.responsiblePerson.text || item.answers.responsiblePerson.text,
    closed: fields.closed.text,
    state,
    href: campaignLink(campaign, 'items', item.entity),
  };
}
