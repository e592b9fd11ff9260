import { Button } from 'antd';
import { type ReactNode, useId, useRef } from 'react';
import type { EntryField, EntryList } from '../../lib/model/entry';
import type { Entry } from '../../lib/model/item';
import { listed } from '../../lib/model/listed-entries';
import { useTexts } from '../texts/texts-context';
import type { EntryActions } from './entry-actions';
import { EntryField as Field } from './entry-field';
import { EntryRow } from './entry-row';
import { entryName, useEntryRows } from './use-entry-rows';

export interface RowFields<List extends EntryList> {
  entry: Entry<List>;
  /** Counted from 1. */
  place: number;
  /** An entry to come: only its telling field is asked. */
  isBlank: boolean;
  field: (field: EntryField<List>, kind: 'text' | 'long' | 'date', placeholder?: string) => ReactNode;
}

interface EntrySectionProps<List extends EntryList> {
  list: List;
  entries: readonly Entry<List>[];
  actions: EntryActions;
  /** Beside the heading. */
  tools?: ReactNode;
  /** What stands above the rows where there are any. */
  head?: ReactNode;
  /** An entry of before, first on the list. */
  first?: ReactNode;
  children: (row: RowFields<List>) => ReactNode;
}

/** One list of an indicator: each entry edited in place, an empty row for the next, and what was removed. */
export function EntrySection<List extends EntryList>(props: EntrySectionProps<List>) {
  const { list, entries, actions, tools, head, first, children } = props;
  const words = useTexts().entries;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const { rows, blank, onBegin, onHold } = useEntryRows(list, entries, actions.newEntry);
  const removed = entries.filter(({ state }) => state === 'removed');
  const count = listed(entries).length;
  const labels: Readonly<Record<string, string>> = words.labels[list];
  const toBlank = () =>
    section.current?.querySelector<HTMLElement>(`[data-testid="new-${list}"] :is(input, textarea)`)?.focus();
  return (
    <section ref={section} className="entries" aria-labelledby={`${id}-title`} data-testid={`list-${list}`}>
      <header className="entries-head">
        <h3 id={`${id}-title`}>
          {words.lists[list]}
          {count > 0 && <span className="entries-count">{count}</span>}
        </h3>
        {tools}
      </header>
      <p className="quiet">{words.hint[list]}</p>
      {rows.length > 1 && head}
      <ul>
        {first}
        {rows.map((entry, index) => {
          const isBlank = entry.entity === blank;
          const place = index + 1;
          return (
            <EntryRow key={entry.entity} entry={entry} isBlank={isBlank} actions={actions} onHold={onHold}>
              {children({
                entry,
                place,
                isBlank,
                field: (field, kind, placeholder) => (
                  <Field
                    key={field}
                    label={isBlank ? words.add[list] : words.fieldOf(labels[field] ?? field, place)}
                    answer={entry.fields[field]}
                    kind={kind}
                    {...(isBlank
                      ? { placeholder: words.addPlaceholder[list] }
                      : placeholder === undefined
                        ? {}
                        : { placeholder })}
                    onType={(text, group) => {
                      if (isBlank && text === '') return;
                      if (isBlank) onBegin();
                      actions.onType(entry, field, text, group);
                    }}
                    onEnter={toBlank}
                  />
                ),
              })}
            </EntryRow>
          );
        })}
      </ul>
      {removed.length > 0 && (
        <details className="entries-removed">
          <summary>{words.removedCount(removed.length)}</summary>
          <ul>
            {removed.map(entry => {
              const name = entryName(entry, words.empty);
              return (
                <li key={entry.entity}>
                  <span>{name}</span>
                  <Button
                    type="link"
                    size="small"
                    aria-label={words.putBackOf(name)}
                    onClick={() => actions.onPutBack(entry)}
                  >
                    {words.putBack}
                  </Button>
                </li>
              );
            })}
          </ul>
        </details>
      )}
    </section>
  );
}
