import { describe, expect, it } from 'vitest';
import { codeOf, newProfile, openTab } from './test-store';

describe('blobs', () => {
  it('come back byte for byte, whatever buffer they were cut from', async () => {
    const store = await openTab(newProfile());
    const buffer = Uint8Array.from({ length: 100 }, (_, n) => n);
    const sha = await store.blobs.put(buffer.subarray(10, 20));
    buffer.fill(0);
    expect([...(await store.blobs.get(sha))!]).toEqual([10, 11, 12, 13, 14, 15, 16, 17, 18, 19]);
    expect(await store.blobs.get('0'.repeat(64))).toBeNull();
  });

  it('that no longer match their name are refused, not handed out', async () => {
    const profile = newProfile();
    const store = await openTab(profile);
    const sha = await store.blobs.put(new Uint8Array([1, 2, 3]));
    await new Promise<void>(resolve => {
      profile.indexedDB.open('pingan-fill').onsuccess = event => {
        const database = (event.target as IDBOpenDBRequest).result;
        const writing = database.transaction('blobs', 'readwrite');
        writing.objectStore('blobs').put({ sha, bytes: new Uint8Array([9]) });
        writing.oncomplete = () => resolve();
      };
    });
    expect(await codeOf(store.blobs.get(sha))).toBe('stored-record-unreadable');
  });
});
