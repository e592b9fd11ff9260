import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ConflictCard } from '../../../components/sync/conflict-card';
import { useTexts } from '../../../components/texts/texts-context';
import { errorText, toAppError } from '../../../lib/model/app-error';
import type { OpValue } from '../../../lib/model/op';
import type { Conflict } from '../../../lib/tasks/sharing/conflicts';
import { suggestMerge } from '../../../lib/tasks/sharing/suggest-merge';
import type { CampaignSession } from '../campaign-session';
import { conflictLines, originalText } from './conflict-lines';

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
  const suggestions = useSuggestions(session, conflicts);
  return (
    <>
      {conflicts.map(conflict => (
        <ConflictCard
          key={conflict.key}
          conflict={conflictLines(session, conflict, suggestions.get(conflict.key) ?? null, texts)}
          onChoose={({ id }) => choose(conflict, conflict.claims.find(claim => claim.id === id)?.value)}
          onSuggestion={text => choose(conflict, text)}
        />
      ))}
    </>
  );
}

/** They come a moment later: what two texts have in common stands in the log. */
function useSuggestions(session: CampaignSession, conflicts: readonly Conflict[]): ReadonlyMap<string, string | null> {
  const [suggestions, setSuggestions] = useState<ReadonlyMap<string, string | null>>(new Map());
  const asked = conflicts.map(({ key, claims }) => [key, ...claims.map(claim => claim.id)].join(' ')).join('\n');
  const latest = useRef(conflicts);
  latest.current = conflicts;
  useEffect(() => {
    let isShown = asked !== '';
    const { journal } = session.filling;
    const found = latest.current.map(async conflict => {
      const history = await journal.history(conflict.entity, conflict.field);
      return [conflict.key, suggestMerge(conflict, history, originalText(session, conflict))] as const;
    });
    void Promise.all(found).then(all => isShown && setSuggestions(new Map(all)));
    return () => {
      isShown = false;
    };
  }, [session, asked]);
  return suggestions;
}
