import { indicatorEntity, parseEntity } from '../../model/entity';
import { entityOfKey } from '../journal-keys';

/** Which entries each indicator has or ever had: their ids are random, so that only the journal can name them. */
export class EntryIndex {
  private readonly entries = new Map<string, Set<string>>();

  /** `keys`: of fields, as `fieldKey` makes them. */
  constructor(keys: Iterable<string> = []) {
    for (const key of keys) this.note(key);
  }

  /** Takes a field's key into account. Returns the indicator that it belongs to where it is an entry's. */
  note(key: string): string | null {
    const entity = entityOfKey(key);
    // Nearly all keys are other fields', and this is asked for each of them.
    const entry = entity.startsWith('entry:') ? parseEntity(entity) : null;
    if (entry?.kind !== 'entry') return null;
    const indicator = indicatorEntity(entry.sheet, entry.ordinal, entry.code);
    const known = this.entries.get(indicator);
    if (known) known.add(entity);
    else this.entries.set(indicator, new Set([entity]));
    return indicator;
  }

  /** Entities of its entries, in no order. */
  of(indicator: string): Iterable<string> {
    return this.entries.get(indicator) ?? [];
  }
}
