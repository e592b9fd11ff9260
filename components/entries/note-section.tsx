import { useState } from 'react';
import type { Answer, Entry } from '../../lib/model/item';
import { type AnswerActions, AnswerField } from '../indicator/answer-field';
import { useTexts } from '../texts/texts-context';
import type { EntryActions } from './entry-actions';
import { EntrySection } from './entry-section';

interface NoteSectionProps {
  /** The one note of before there were lists: first among them while it says something. */
  old: Answer;
  entries: readonly Entry<'note'>[];
  actions: EntryActions;
  answers: AnswerActions;
}

export function NoteSection({ old, entries, actions, answers }: NoteSectionProps) {
  const words = useTexts().entries;
  const says = old.text !== '' || old.conflict;
  // Emptied, it stays until the item is left, so that it can be written anew.
  const [wasThere] = useState(says);
  return (
    <EntrySection
      list="note"
      entries={entries}
      actions={actions}
      first={
        (says || wasThere) && (
          <li className="entry is-old-note">
            <AnswerField label={words.oldNote} answer={old} multiline testId="note" {...answers} />
          </li>
        )
      }
    >
      {({ field }) => field('text', 'long')}
    </EntrySection>
  );
}
