import { IDBDatabase } from 'fake-indexeddb';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { AppError, errorText } from '../../../lib/model/app-error';
import { ERROR_TEXTS, type ErrorCode } from '../../../lib/model/error-texts';
import { currentValue, fieldKey } from '../../../lib/model/field-state';
import { STORE_ERROR_TEXTS } from '../../../lib/model/store-error-texts';
import { fillDisk } from './disk';
import { onRaw, writeTables } from './raw';
import { codeOf, item, newProfile, openTab, type Profile, parkCampaign } from './test-store';

afterEach(() => vi.restoreAllMocks());

const change = (value: string, code = '1.1') => ({ entity: item(code), field: 'completion', value });

async function started() {
  const profile = newProfile();
  const store = await openTab(profile);
  const { id } = await store.campaigns.create(parkCampaign);
  return { profile, store, id, journal: store.journal(id) };
}

describe('saving', () => {
  it('writes only in strict transactions, so that what is shown as saved survives a power cut', async () => {
    const spy = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const { journal, store } = await started();
    await journal.apply([change('甲')], { actor: '张三' });
    await journal.undo('张三');
    await store.blobs.put(new Uint8Array([1]));
    await store.settings.put('a', 1);
    const writing = spy.mock.calls.filter(([, mode]) => mode === 'readwrite');
    expect(writing.length).toBeGreaterThanOrEqual(5);
    for (const [, , options] of writing) expect(options).toEqual({ durability: 'strict' });
  });

  it('is one transaction over log, folded state and date: none of them moves without the others', async () => {
    const { journal, store, id } = await started();
    await journal.apply([change('甲')], { actor: '张三' });
    const before = [await journal.log(), [...(await journal.state())], await store.campaigns.get(id)];
    const empty = fillDisk();
    expect(await codeOf(journal.apply([change('乙'), change('丙', '1.2')], { actor: '张三' }))).toBe('storage-full');
    empty();
    expect([await journal.log(), [...(await journal.state())], await store.campaigns.get(id)]).toEqual(before);
  });

  it('on a full disk shows as failed until that field is saved, whatever else succeeds', async () => {
    const { journal, store } = await started();
    const states: string[] = [];
    store.saves.watch(({ state }) => states.push(state), { signal: new AbortController().signal });
    const empty = fillDisk();
    await codeOf(journal.apply([change('甲')], { actor: '张三' }));
    empty();
    expect(store.saves.status()).toMatchObject({ state: 'failed', pending: 0, error: { code: 'storage-full' } });
    await journal.apply([change('别处', '1.2')], { actor: '张三' });
    expect(store.saves.status().state).toBe('failed');
    const retry = journal.apply([change('甲')], { actor: '张三' });
    expect(store.saves.status()).toMatchObject({ state: 'saving', pending: 1 });
    await retry;
    expect(store.saves.status()).toMatchObject({ state: 'saved', pending: 0, error: null });
    expect(states).toEqual(['saving', 'failed', 'failed', 'failed', 'saving', 'saved']);
  });
});

describe('opening', () => {
  it.each([
    ['there is no database at all', undefined],
    ['the browser forbids it', { open: forbidden }],
    ['opening fails', { open: failingRequest }],
  ])('is refused in words when %s', async (_, indexedDB) => {
    const options = { indexedDB: indexedDB as unknown as IDBFactory };
    expect(await codeOf(openTab(options as Profile))).toBe('storage-unavailable');
  });

  function forbidden(): never {
    throw new DOMException('site data is blocked', 'SecurityError');
  }
  function failingRequest() {
    const request = { error: new DOMException('broken', 'UnknownError'), onerror: (_: Event) => {} };
    queueMicrotask(() => request.onerror(new Event('error')));
    return request;
  }
});

describe('a database taken away', () => {
  it('is reported once, and later edits are refused in words', async () => {
    const { profile, store, journal } = await started();
    await new Promise<void>(resolve => {
      profile.indexedDB.deleteDatabase('pingan-fill').onsuccess = () => resolve();
    });
    expect(store.troubles.map(({ code }) => code)).toEqual(['store-closed']);
    expect(await codeOf(journal.apply([change('甲')], { actor: '张三' }))).toBe('store-closed');
    expect(await codeOf(store.campaigns.list())).toBe('store-closed');
  });

  it('by ourselves is no trouble', async () => {
    const { store, journal } = await started();
    journal.watch(() => {}, { signal: new AbortController().signal });
    store.close();
    await new Promise(resolve => setTimeout(resolve, 20));
    expect(store.troubles).toEqual([]);
    expect(await codeOf(journal.state())).toBe('store-closed');
  });
});

describe('a damaged record', () => {
  it('of folded state is made anew from the log', async () => {
    const { profile, journal, id } = await started();
    await journal.apply([change('甲')], { actor: '张三' });
    await writeTables(profile, { cells: [{ campaign: id, entity: item('1.1'), field: 'completion', heads: '坏' }] });
    expect(await codeOf(journal.apply([change('乙')], { actor: '张三' }))).toBe('none');
    expect(currentValue((await journal.state()).get(fieldKey(item('1.1'), 'completion')))).toBe('乙');
    expect(await journal.history(item('1.1'), 'completion')).toHaveLength(2);
  });

  it('of the log is named, and the rest stays readable', async () => {
    const { profile, journal, id, store } = await started();
    await journal.apply([change('甲')], { actor: '张三' });
    await writeTables(profile, { tail: [{ n: 99, campaign: id, op: { id: '坏' } }] });
    expect(await codeOf(journal.log())).toBe('stored-record-unreadable');
    expect(currentValue((await journal.state()).get(fieldKey(item('1.1'), 'completion')))).toBe('甲');
    expect(await store.campaigns.list()).toHaveLength(1);
  });

  it('folded by the rules of another version is made anew on opening', async () => {
    const { profile, store, journal, id } = await started();
    await journal.apply([change('甲')], { actor: '张三' });
    store.close();
    await onRaw(profile, database => {
      const transaction = database.transaction(['meta', 'cells'], 'readwrite');
      transaction.objectStore('cells').clear();
      const meta = transaction.objectStore('meta');
      meta.get([id, 'journal']).onsuccess = event =>
        meta.put({ ...(event.target as IDBRequest).result, foldVersion: 0 });
      return new Promise(resolve => {
        transaction.oncomplete = resolve;
      });
    });
    const later = (await openTab(profile)).journal(id);
    expect(currentValue((await later.state()).get(fieldKey(item('1.1'), 'completion')))).toBe('甲');
  });
});

describe('the words for what can go wrong', () => {
  it.each(Object.keys(STORE_ERROR_TEXTS) as ErrorCode[])('%s says what happened, what is safe and what next', code => {
    for (const language of ['zh-CN', 'en'] as const) {
      const details = { found: 2, known: 1, from: 1, to: 2, reason: '原因', table: 'tail', where: 'op', line: 3 };
      const text = errorText(new AppError(code, details), language);
      for (const sentence of [text.message, text.safe, text.next]) expect(sentence).toMatch(/^[^{}]{8,}[。.]$|原因$/);
      expect(ERROR_TEXTS[code][language]).toBeDefined();
    }
  });
});
