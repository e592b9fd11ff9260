import { App } from 'antd';
import { ConflictCard } from '../../../components/sync/conflict-card';
import { useTexts } from '../../../components/texts/texts-context';
import { errorText, toAppError } from '../../../lib/model/app-error';
import type { OpValue } from '../../../lib/model/op';
import type { Conflict } from '../../../lib/tasks/sharing/conflicts';
import type { CampaignSession } from '../campaign-session';
import { conflictLines } from './conflict-lines';

interface ConflictsPanelProps {
  session: CampaignSession;
  conflicts: readonly Conflict[];
}

/** Disagreements with their values side by side. Choosing is an edit like any other: in the history, and undone by Ctrl+Z. */
export function ConflictsPanel({ session, conflicts }: ConflictsPanelProps) {
  const texts = useTexts();
  const { message } = App.useApp();
  const { filling } = session;
  function choose({ entity, field }: Conflict, value: OpValue | undefined): void {
    filling.journal.apply([{ entity, field, value }], { actor: filling.actor(), source: 'choice' }).catch(thrown => {
      message.error(errorText(toAppError(thrown)).message);
    });
  }
  return (
    <>
      {conflicts.map(conflict => (
        <ConflictCard
          key={conflict.key}
          conflict={conflictLines(session, conflict, texts)}
          onChoose={({ id }) => choose(conflict, conflict.claims.find(claim => claim.id === id)?.value)}
          onSuggestion={text => choose(conflict, text)}
        />
      ))}
    </>
  );
}
