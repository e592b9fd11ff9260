import type { Store } from '../../lib/store/open-store';
import { type HandOutRecord, handOutRecords } from '../../lib/tasks/hand-out/hand-out-record';

const KEY = 'hand-outs';

export async function readHandOuts(store: Store, campaign: string): Promise<HandOutRecord[]> {
  return (await store.settings.get(KEY, handOutRecords, campaign))?.handOuts ?? [];
}

export async function addHandOut(store: Store, campaign: string, record: HandOutRecord): Promise<HandOutRecord[]> {
  const handOuts = [...(await readHandOuts(store, campaign)), record];
  await store.settings.put(KEY, { version: 1, handOuts }, campaign);
  return handOuts;
}
