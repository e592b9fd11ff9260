import { App } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { ConflictCard } from '../../../components/sync/conflict-card';
import { useTexts } from '../../../components/texts/texts-context';
import { errorText, toAppError } from '../../../lib/model/app-error';
import type { Change } from '../../../lib/model/campaign-journal';
import { type Conflict, settling } from '../../../lib/tasks/sharing/conflicts';
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
  function choose(change: Change): void {
    filling.journal.apply([change], { actor: filling.actor(), source: 'choice' }).catch(thrown => {
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
          onChoose={({ id }) => {
            const claim = conflict.claims.find(candidate => candidate.id === id);
            if (claim) choose(settling(filling.state, conflict, claim));
          }}
          onSuggestion={value => choose({ entity: conflict.entity, field: conflict.field, value })}
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
