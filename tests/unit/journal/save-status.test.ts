import { describe, expect, it } from 'vitest';
import { ALL_SAVED, nextSaveStatus, type SaveEvent } from '../../../lib/journal/save-status';
import { AppError } from '../../../lib/model/app-error';

const full = new AppError('storage-full');
const statusAfter = (...events: SaveEvent[]) => events.reduce(nextSaveStatus, ALL_SAVED);
const started = (...fields: string[]): SaveEvent => ({ type: 'started', fields });
const finished = (...fields: string[]): SaveEvent => ({ type: 'finished', fields });
const failed = (...fields: string[]): SaveEvent => ({ type: 'failed', fields, error: full });

describe('the save status', () => {
  it('is saving until the last of several saves is done', () => {
    expect(statusAfter(started('a'), started('a'), finished('a'))).toMatchObject({ state: 'saving', pending: 1 });
    expect(statusAfter(started('a'), started('a'), finished('a'), finished('a'))).toEqual(ALL_SAVED);
  });

  it('stays failed while what failed is not on disk, however much else is saved', () => {
    const status = statusAfter(started('a'), started('b'), failed('a'), finished('b'));
    expect(status).toMatchObject({ state: 'failed', pending: 0, failed: ['a'], error: full });
  });

  it('is saved again when a later save of the same field succeeds', () => {
    expect(statusAfter(started('a'), failed('a'), started('a'))).toMatchObject({ state: 'saving', error: null });
    expect(statusAfter(started('a'), failed('a'), started('a'), finished('a'))).toEqual(ALL_SAVED);
    expect(statusAfter(started('a'), failed('a'), started('a'), failed('a')).state).toBe('failed');
  });

  it('counts the fields of one save one by one', () => {
    const status = statusAfter(started('a', 'b'), failed('a', 'b'), started('b'), finished('b'));
    expect(status).toMatchObject({ state: 'failed', failed: ['a'] });
  });
});
