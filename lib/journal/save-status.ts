import type { AppError } from '../model/app-error';

/**
 * What may truthfully be shown about saving. Kept per field (any string that names what is saved): a later success of the
 * same field settles an earlier failure, because what is on screen there is then on disk. Another field's does not.
 */
export interface SaveStatus {
  readonly state: 'saved' | 'saving' | 'failed';
  /** Saves on their way. */
  readonly pending: number;
  /** What is on screen but neither on disk nor on its way there again. */
  readonly failed: readonly string[];
  readonly error: AppError | null;
  readonly underway: ReadonlyMap<string, number>;
}

export type SaveEvent =
  | { type: 'started' | 'finished'; fields: readonly string[] }
  | { type: 'failed'; fields: readonly string[]; error: AppError };

export const ALL_SAVED: SaveStatus = { state: 'saved', pending: 0, failed: [], error: null, underway: new Map() };

export function nextSaveStatus(status: SaveStatus, event: SaveEvent): SaveStatus {
  const underway = new Map(status.underway);
  const failed = new Set(status.failed);
  for (const field of event.fields) {
    const count = (underway.get(field) ?? 0) + (event.type === 'started' ? 1 : -1);
    if (count > 0) underway.set(field, count);
    else underway.delete(field);
    if (event.type === 'failed') failed.add(field);
    else failed.delete(field);
  }
  const pending = [...underway.values()].reduce((sum, count) => sum + count, 0);
  const error = event.type === 'failed' ? event.error : status.error;
  return {
    state: failed.size > 0 ? 'failed' : pending > 0 ? 'saving' : 'saved',
    pending,
    failed: [...failed],
    error: failed.size > 0 ? error : null,
    underway,
  };
}
