import { useRef, useState } from 'react';
import { ENTRY_FIELDS, type EntryList } from '../../lib/model/entry';
import type { Answer, AnyEntry, Entry } from '../../lib/model/item';
import { listed } from '../../lib/model/listed-entries';

interface EntryRows<List extends EntryList> {
  rows: readonly Entry<List>[];
  /** The last of them: an entry to come. */
  blank: string;
  /** The blank row got its first letter: there is another below it. */
  onBegin: () => void;
  /** The row that has the focus stays, whatever it says; null where it left. */
  onHold: (entity: string | null) => void;
}

/**
 * The rows of a list on screen: what is on the list, the row that is being written, and an empty one to write the next into. Its
 * name is drawn before anything is typed, so that the field that has the focus stays the same field when it becomes an entry.
 */
export function useEntryRows<List extends EntryList>(
  list: List,
  entries: readonly Entry<List>[],
  newEntry: (list: List) => string,
): EntryRows<List> {
  const [blank, setBlank] = useState(() => newEntry(list));
  const [held, setHeld] = useState<string | null>(null);
  const shown = useRef<readonly string[]>([]);
  const rows = listed(entries);
  const isKnown = (entity: string): boolean => entity === blank || entries.some(entry => entry.entity === entity);
  if (held !== null && !isKnown(held)) {
    const place = shown.current.indexOf(held);
    rows.splice(place < 0 ? rows.length : place, 0, emptyEntry(held, list));
  }
  if (!rows.some(({ entity }) => entity === blank)) rows.push(emptyEntry(blank, list));
  shown.current = rows.map(({ entity }) => entity);
  return { rows, blank, onBegin: () => setBlank(newEntry(list)), onHold: setHeld };
}

function emptyEntry<List extends EntryList>(entity: string, list: List): Entry<List> {
  const fields = ENTRY_FIELDS[list].map((field): [string, Answer] => [
    field,
    { text: '', entered: undefined, entity, field, cell: null, readOnly: false, conflict: false },
  ]);
  return { entity, list, fields: Object.fromEntries(fields) as Entry<List>['fields'], state: 'there', by: null };
}

/** What an entry is called where it is spoken of: the beginning of what it says. */
export function entryName({ fields }: Pick<AnyEntry, 'fields'>, empty: string): string {
  const text = Object.values(fields).find(field => field.text !== '')?.text ?? '';
  return text === '' ? empty : text.length > 24 ? `${text.slice(0, 24)}…` : text;
}
