import { describe, expect, it } from 'vitest';
import { currentValue, fieldKey, inConflict } from '../../../lib/model/field-state';
import { readLines } from '../../../lib/store/line-file';
import { dumpName } from '../../../lib/store/migration-dump';
import { MIGRATIONS } from '../../../lib/store/migrations/all';
import type { Migration } from '../../../lib/store/migrations/migration';
import { exportRaw } from '../../../lib/store/raw-export';
import { fixture, readTables, versionOf, writeTables } from './raw';
import { codeOf, item, newProfile, openTab, type Profile } from './test-store';

const EXAMPLE = fixture('0001-after');
const CAMPAIGN = '5786c45663ba26eab80530e5a8b9d324';

/** A migration as sync will need one: new tables, and records that get a new key. */
const second: Migration = {
  version: 2,
  stores: { segments: '[campaign+name]', remotes: '[campaign+id]' },
  async upgrade(transaction) {
    await transaction.table('campaigns').toCollection().modify({ archived: false });
  },
};
const failing: Migration = {
  ...second,
  async upgrade(transaction) {
    await transaction.table('tail').clear();
    await transaction.table('campaigns').toCollection().modify({ archived: false });
    throw new Error('半路出错');
  },
};

async function profileOfVersion1(): Promise<Profile> {
  const profile = newProfile();
  (await openTab(profile)).close();
  await writeTables(profile, EXAMPLE);
  return profile;
}

describe('migrations', () => {
  it('are numbered from 1 without gaps', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_, place) => place + 1));
  });

  it('bring what version 1 wrote to today, every record readable', async () => {
    const store = await openTab(await profileOfVersion1());
    const state = await store.journal(CAMPAIGN).state();
    const completion = state.get(fieldKey(item('2.3'), 'completion'));
    expect([currentValue(completion), inConflict(completion)]).toEqual(['另一说法', false]);
    expect(currentValue(state.get(fieldKey(item('2.3'), 'selfScore')))).toBeUndefined();
    expect(await store.journal(CAMPAIGN).log()).toHaveLength(EXAMPLE.tail!.length);
    expect(await store.answers.get('shape-2023')).toEqual({ C3: 'completion' });
    const [campaign] = await store.campaigns.list();
    expect(await store.blobs.get(campaign!.workbookSha)).not.toBeNull();
    expect(await store.journal(CAMPAIGN).canUndo('张三')).toBe(true);
  });

  it('give the records that a later version expects, and keep a copy of all that was before', async () => {
    const profile = await profileOfVersion1();
    const before = await readTables(profile);
    const store = await openTab(profile, { migrations: [...MIGRATIONS, second] });
    const campaigns = await store.campaigns.list();
    store.close();
    expect(campaigns).toEqual(fixture('0002-test-after').campaigns);
    const after = await readTables(profile);
    expect(after).toEqual({ ...before, ...fixture('0002-test-after') });
    expect(await versionOf(profile)).toBe(2);

    const dump = (await readTables(profile, dumpName('pingan-fill'))).records as { table: string; value: unknown }[];
    for (const [table, records] of Object.entries(before)) {
      expect(dump.filter(record => record.table === table).map(({ value }) => value)).toEqual(records);
    }
  });

  it('that fail leave everything as it was, say so, and the data can be carried away', async () => {
    const profile = await profileOfVersion1();
    const before = await readTables(profile);
    expect(await codeOf(openTab(profile, { migrations: [...MIGRATIONS, failing] }))).toBe('migration-failed');
    expect(await readTables(profile)).toEqual(before);
    expect(await versionOf(profile)).toBe(1);
    expect(await rawRecordsIn(await exportRaw('pingan-fill', profile))).toBe(Object.values(before).flat().length);
    expect(await (await openTab(profile)).journal(CAMPAIGN).log()).toHaveLength(EXAMPLE.tail!.length);
  });

  it('are not run backwards: data of a newer version is refused untouched and can be carried away', async () => {
    const profile = await profileOfVersion1();
    (await openTab(profile, { migrations: [...MIGRATIONS, second] })).close();
    const before = await readTables(profile);
    expect(await codeOf(openTab(profile))).toBe('data-from-newer-version');
    expect(await readTables(profile)).toEqual(before);
    expect(await versionOf(profile)).toBe(2);
    expect(await rawRecordsIn(await exportRaw('pingan-fill', profile))).toBe(Object.values(before).flat().length);
  });
});

async function rawRecordsIn(file: Blob): Promise<number> {
  let records = -1;
  for await (const { number, value } of readLines(file)) {
    if (number === 1) expect(value).toMatchObject({ type: 'header', format: 'pingan-fill-raw', version: 1 });
    records++;
  }
  return records;
}

describe('tabs of different versions', () => {
  const change = [{ entity: item('2.3'), field: 'completion', value: '新' }];

  it('the older one gives way and says so, its edits refused rather than lost quietly', async () => {
    const profile = await profileOfVersion1();
    const older = await openTab(profile);
    const newer = await openTab(profile, { migrations: [...MIGRATIONS, second] });
    expect(older.troubles.map(({ code }) => code)).toEqual(['store-newer']);
    expect(await codeOf(older.journal(CAMPAIGN).apply(change, { actor: '张三' }))).toBe('store-newer');
    expect(older.saves.status()).toMatchObject({ state: 'failed', pending: 0 });
    expect(await newer.journal(CAMPAIGN).apply(change, { actor: '张三' })).toHaveLength(1);
  });

  it('one that does not give way is named instead of waited for', async () => {
    const profile = await profileOfVersion1();
    const stubborn = await new Promise<IDBDatabase>(resolve => {
      const request = profile.indexedDB.open('pingan-fill');
      request.onsuccess = () => resolve(request.result);
    });
    expect(await codeOf(openTab(profile, { migrations: [...MIGRATIONS, second] }))).toBe('store-blocked');
    stubborn.close();
  });
});
