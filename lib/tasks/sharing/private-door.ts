import * as z from 'zod';
import { parseEntity } from '../../model/entity';
import { fieldKey, type JournalState } from '../../model/field-state';
import type { OpEnvelope } from '../../model/op';
import { findPrivateNumbers, maskPrivateNumbers } from '../../model/private-numbers';
import type { SharingStore } from './sharing-store';

/** Numbers that a person has decided to keep, by their digits. */
const KEPT = 'private-numbers-kept';

export const readKeptNumbers = async (store: Pick<SharingStore, 'settings'>, campaign: string): Promise<Set<string>> =>
  new Set((await store.settings.get(KEPT, z.array(z.string()), campaign)) ?? []);

export async function keepNumbers(
  store: Pick<SharingStore, 'settings'>,
  campaign: string,
  more: readonly string[],
): Promise<void> {
  const known = await readKeptNumbers(store, campaign);
  await store.settings.put(KEPT, [...new Set([...known, ...more])], campaign);
}

/** What people type: texts of cells, indicators and entries. Other records hold names and hashes of ours. */
export function isTyped({ entity, field }: { entity: string; field: string }): boolean {
  const kind = parseEntity(entity)?.kind;
  // Digits of a file's hash may look like a mobile number.
  return kind === 'entry' ? field !== 'sha256' : kind === 'cell' || kind === 'new-cell' || kind === 'indicator';
}

export interface Door {
  go: OpEnvelope[];
  /** Stay on this PC until a person has said what is to become of the numbers in them. */
  wait: OpEnvelope[];
}

const typedText = z.looseObject({ entity: z.string(), field: z.string(), value: z.string() });

/**
 * Of the edits that would leave this PC: those that put an ID-card or mobile number into the table which nobody has decided about
 * wait, and hold up no others. An earlier text of a field that does not say so any more goes with the numbers masked: what was
 * masked in the table shall not be read in the history.
 */
export async function atTheDoor(
  records: readonly OpEnvelope[],
  state: () => Promise<JournalState>,
  kept: ReadonlySet<string>,
): Promise<Door> {
  const isOpen = ({ digits }: { digits: string }) => !kept.has(digits);
  const texts = new Map<string, { key: string; value: string }>();
  for (const record of records) {
    const { data } = typedText.safeParse(record);
    if (!data || !isTyped(data) || !findPrivateNumbers(data.value).some(isOpen)) continue;
    texts.set(record.id, { key: fieldKey(data.entity, data.field), value: data.value });
  }
  if (texts.size === 0) return { go: [...records], wait: [] };
  // Read only where there is something to ask about: it is the whole table.
  const fields = await state();
  const waiting = new Set<string>();
  for (const [id, { key }] of texts) if (fields.get(key)?.heads.some(head => head.id === id)) waiting.add(key);
  const door: Door = { go: [], wait: [] };
  for (const record of records) {
    const text = texts.get(record.id);
    if (!text) door.go.push(record);
    else if (waiting.has(text.key)) door.wait.push(record);
    else door.go.push({ ...record, value: maskPrivateNumbers(text.value, isOpen) });
  }
  return door;
}

export async function doorOf(store: SharingStore, campaign: string): Promise<Door> {
  const [records, kept] = await Promise.all([store.segments(campaign).unsealed(), readKeptNumbers(store, campaign)]);
  return atTheDoor(records, () => store.journal(campaign).state(), kept);
}
