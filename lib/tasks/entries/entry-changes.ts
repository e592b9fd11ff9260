import type { Change } from '../../model/campaign-journal';
import { entryEntity, parseEntity } from '../../model/entity';
import { ADDED, type EntryField, type EntryList, REMOVED } from '../../model/entry';
import type { FieldState } from '../../model/field-state';
import type { AnyEntry } from '../../model/item';
import type { OpValue } from '../../model/op';
import { randomId } from '../../model/random-id';
import { contentOfEntry } from './removed-entries';

type Read = (key: string) => FieldState | undefined;

/** 64 bits: an indicator's list never holds so many that two could meet. */
const ID_BYTES = 8;

/** The name of an entry to come. Drawn, never made from what it says: two people who note the same note it twice, and both stay. */
export function newEntry(indicator: string, list: EntryList, newId = randomId): string {
  const parsed = parseEntity(indicator);
  if (parsed?.kind !== 'indicator') throw new RangeError(`no indicator: ${indicator}`);
  const { sheet, ordinal, code } = parsed;
  return entryEntity(sheet, ordinal, { code, list, entry: newId(ID_BYTES) });
}

/**
 * Said once, beside the first thing an entry says. `list`: the entries that its author sees; `said`: what is said of them, also what
 * is not on disk yet. `now`: milliseconds.
 */
export function adding(
  entity: string,
  list: readonly Pick<AnyEntry, 'entity'>[],
  said: (place: { entity: string; field: string }) => OpValue | undefined,
  now: number,
): Change {
  const last = list.reduce((latest, seen) => {
    const added = said({ entity: seen.entity, field: ADDED });
    return typeof added === 'number' ? Math.max(latest, added) : latest;
  }, 0);
  return { entity, field: ADDED, value: Math.max(now, last + 1) };
}

/** What an entry is to say; '' empties a field. */
export const entryValues = <List extends EntryList>(
  entity: string,
  values: Partial<Record<EntryField<List>, string>>,
): Change[] =>
  Object.entries<string | undefined>(values).flatMap(([field, text]): Change[] =>
    text === undefined ? [] : [{ entity, field, value: entryValue(text) }],
  );

/** Emptied, not "as received": a colleague's text then stays beside it, and the history says who emptied it. */
export const entryValue = (text: string): OpValue => (text === '' ? null : text);

/** `read`: the journal as it is on disk, so that all that its author sees is named as seen. */
export const removal = (entity: string, read: Read): Change => ({
  entity,
  field: REMOVED,
  value: true,
  saw: contentOfEntry(entity, read),
});

/** Back on the list, by what was a removal or over a disagreement about one. */
export const puttingBack = (entity: string): Change => ({ entity, field: REMOVED, value: undefined });
