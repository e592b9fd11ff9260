import { useMemo, useSyncExternalStore } from 'react';
import type { RecognisedTable } from '../../lib/model/table';
import { DraftDesk } from '../../lib/tasks/draft-table';
import type { CampaignSession } from './campaign-session';

/** The table's draft as it stands, letters typed a moment ago included. */
export function useTableDraft(session: CampaignSession, table: RecognisedTable) {
  const revision = useSyncExternalStore(session.subscribe, () => session.revision);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the revision is what tells that something changed
  const draft = useMemo(() => draftDesk(session, table).read(), [session, table, revision]);
  return { draft, revision };
}

export function draftDesk({ workbook, drafting, grids, filling }: CampaignSession, table: RecognisedTable): DraftDesk {
  return new DraftDesk(
    {
      tables: workbook.recognition.tables,
      drafting,
      grids,
      value: place => filling.value(place),
      field: key => filling.state.get(key),
      keys: () => filling.keys(),
    },
    table,
  );
}
