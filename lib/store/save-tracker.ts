import { ALL_SAVED, nextSaveStatus, type SaveStatus } from '../journal/save-status';
import { asStoreError } from './failures';

/** The save status of everything this page writes. */
export interface SaveTracker {
  status(): SaveStatus;
  /** Called after every step; read `status()` for the first picture. */
  watch(callback: (status: SaveStatus) => void, options: { signal: AbortSignal }): void;
  track<T>(fields: readonly string[], save: Promise<T>): Promise<T>;
}

export function createSaveTracker(): SaveTracker {
  let status = ALL_SAVED;
  const watchers = new Set<(status: SaveStatus) => void>();
  function step(event: Parameters<typeof nextSaveStatus>[1]): void {
    status = nextSaveStatus(status, event);
    for (const callback of watchers) callback(status);
  }
  return {
    status: () => status,
    watch(callback, { signal }) {
      if (signal.aborted) return;
      watchers.add(callback);
      signal.addEventListener('abort', () => watchers.delete(callback), { once: true });
    },
    async track(fields, save) {
      step({ type: 'started', fields });
      try {
        const saved = await save;
        step({ type: 'finished', fields });
        return saved;
      } catch (thrown) {
        step({ type: 'failed', fields, error: asStoreError(thrown) });
        throw thrown;
      }
    },
  };
}
