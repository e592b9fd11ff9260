import { SYNC_RULES, type SyncRules } from '../../../../lib/sync/sync-rules';
import type { SyncStore } from '../../../../lib/sync/sync-store';
import type { FaultyRemote } from './faulty-remote';

/** The rules as they are, or with a deliberate fault. Small numbers, so that a short run packs and fills folders. */
export interface Faults {
  rules: SyncRules;
  store(store: SyncStore, where: { remote: FaultyRemote; name: string }): SyncStore;
}

export const NO_FAULTS: Faults = {
  rules: { ...SYNC_RULES, packFrom: 3, epochFiles: 4 },
  store: store => store,
};
