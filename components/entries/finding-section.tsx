import { Checkbox } from 'antd';
import { daysUntil } from '../../lib/model/calendar-day';
import type { Entry } from '../../lib/model/item';
import { findingState } from '../../lib/model/listed-entries';
import { randomId } from '../../lib/model/random-id';
import { useTexts } from '../texts/texts-context';
import type { EntryActions } from './entry-actions';
import { EntrySection } from './entry-section';

interface FindingSectionProps {
  entries: readonly Entry<'finding'>[];
  /** ISO day. */
  today: string;
  actions: EntryActions;
}

/** 问题整改: what was found, how it is put right, by whom and by when, and 销号. */
export function FindingSection({ entries, today, actions }: FindingSectionProps) {
  const words = useTexts().entries;
  const labels = words.labels.finding;
  return (
    <EntrySection
      list="finding"
      entries={entries}
      actions={actions}
      tools={
        <a className="inline-link" href={actions.findingsLink}>
          {words.overview.allFindings}
        </a>
      }
    >
      {({ entry, place, isBlank, field }) => {
        const state = findingState(entry, today);
        const isClosed = state === 'closed';
        return (
          <>
            {field('text', 'long')}
            {!isBlank && (
              <>
                {field('rectification', 'long', words.rectificationPlaceholder)}
                <div className="finding-due">
                  <span className="entry-label">{labels.deadline}</span>
                  {field('deadline', 'date')}
                  {state === 'overdue' && (
                    <span className="fact is-past">
                      {words.overdueBy(-daysUntil(entry.fields.deadline.text, today))}
                    </span>
                  )}
                  <span className="entry-label">{labels.responsiblePerson}</span>
                  {field('responsiblePerson', 'text')}
                  <Checkbox
                    checked={isClosed}
                    aria-label={words.closeOf(place)}
                    data-testid="close-finding"
                    onChange={event => actions.onType(entry, 'closed', event.target.checked ? today : '', randomId())}
                  >
                    {words.close}
                  </Checkbox>
                  {isClosed && field('closed', 'date')}
                </div>
              </>
            )}
          </>
        );
      }}
    </EntrySection>
  );
}
