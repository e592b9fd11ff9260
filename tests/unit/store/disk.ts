import { IDBObjectStore } from 'fake-indexeddb';
import { vi } from 'vitest';

/** A disk that is full: as in Chromium, the transaction is aborted and its error says why. */
export function fillDisk(): () => void {
  const put = IDBObjectStore.prototype.put;
  const add = IDBObjectStore.prototype.add;
  const failing = (original: typeof put) =>
    function (this: InstanceType<typeof IDBObjectStore>, ...parameters: Parameters<typeof put>) {
      const request = original.apply(this, parameters);
      const transaction = this.transaction as unknown as { _abort(error: string): void; _state: string };
      queueMicrotask(() => {
        if (transaction._state !== 'finished') transaction._abort('QuotaExceededError');
      });
      return request;
    };
  const spies = [
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(failing(put)),
    vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(failing(add)),
  ];
  return () => {
    for (const spy of spies) spy.mockRestore();
  };
}
