import { describe, expect, it } from 'vitest';
import { askToPersist, measureRoom } from '../../../lib/store/storage-room';

const MB = 1024 * 1024;
const browser = (already: boolean, granted: boolean, estimate: StorageEstimate) => ({
  persisted: async () => already,
  persist: async () => granted,
  estimate: async () => estimate,
});

describe('room on this PC', () => {
  it.each([
    [true, false, 'granted'],
    [false, true, 'granted'],
    [false, false, 'denied'],
  ])('already lasting %s, asked %s: %s', async (already, granted, answer) => {
    expect(await askToPersist(browser(already, granted, {}))).toBe(answer);
  });

  it('is unknown where the browser does not tell', async () => {
    expect(await askToPersist(undefined)).toBe('unknown');
    expect(await measureRoom(undefined)).toBeNull();
    expect(await measureRoom(browser(true, true, {}))).toBeNull();
  });

  it.each([
    [0, 1000 * MB, false],
    [960 * MB, 1000 * MB, true],
    [460 * MB, 500 * MB, true],
    [9_000 * MB, 100_000 * MB, false],
  ])('%i of %i bytes used is low: %s', async (usage, quota, isLow) => {
    expect((await measureRoom(browser(true, true, { usage, quota })))?.isLow).toBe(isLow);
  });
});
