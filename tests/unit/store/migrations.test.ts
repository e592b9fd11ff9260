import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { currentValue, fieldKey, inConflict } from '../../../lib/model/field-state';
import { readLines } from '../../../lib/store/line-file';
import { dumpName } from '../../../lib/store/migration-dump';
import { MIGRATIONS } from '../../../lib/store/migrations/all';
import type { Migration } from '../../../lib/store/migrations/migration';
import { openDatabase } from '../../../lib/store/open-database';
import { exportRaw } from '../../../lib/store/raw-export';
import { fixture, readTables, type Tables, versionOf, writeTables } from './raw';
import { codeOf, item, newProfile, openTab, type Profile } from './test-store';

const FIRST = fixture('0001-after');
const EXAMPLE = fixture('0002-after');
const CAMPAIGN = '5786c45663ba26eab80530e5a8b9d324';

/** A migration of a kind that is sure to come: a new table, and records that get a new key. */
const next: Migration = {
  version: 3,
  stores: { people: '[campaign+id]' },
  async upgrade(transaction) {
    await transaction.table('campaigns').toCollection().modify({ archived: false });
  },
};
const failing: Migration = {
  ...next,
  async upgrade(transaction) {
    await transaction.table('tail').clear();
    await transaction.table('campaigns').toCollection().modify({ archived: false });
    throw new Error('半路出错');
  },
};

async function profileOf(example: Tables, migrations: readonly Migration[]): Promise<Profile> {
  const profile = newProfile();
  const { indexedDB, IDBKeyRange } = profile;
  (await openDatabase('pingan-fill', { indexedDB, IDBKeyRange }, migrations)).close();
  await writeTables(profile, example);
  return profile;
}

const profileOfVersion1 = () => profileOf(FIRST, MIGRATIONS.slice(0, 1));
const profileOfToday = () => profileOf(EXAMPLE, MIGRATIONS);

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
    expect(await store.journal(CAMPAIGN).log()).toHaveLength(FIRST.tail!.length);
    expect(await store.answers.get('shape-2023')).toEqual({ C3: 'completion' });
    const [campaign] = await store.campaigns.list();
    expect(await store.blobs.get(campaign!.workbookSha)).not.toBeNull();
    expect(await store.journal(CAMPAIGN).canUndo('张三')).toBe(true);
  });

  it('bring what version 2 wrote to today: packed parts of the log, segments, merges, places of exchange', async () => {
    const store = await openTab(await profileOfToday());
    const journal = store.journal(CAMPAIGN);
    expect(await journal.log()).toHaveLength(FIRST.tail!.length + 2);
    expect(currentValue((await journal.state()).get(fieldKey(item('1.1'), 'note')))).toBe('来自另一台电脑');
    expect((await store.segments(CAMPAIGN).unsealed()).map(op => op.value)).toEqual(['还没有封存']);
    const [segment] = await store.segments(CAMPAIGN).list();
    expect((await store.segments(CAMPAIGN).bytesOf(segment!.name))?.length).toBe(segment!.size);
    expect(await store.merges(CAMPAIGN).list()).toMatchObject([{ from: '乙电脑', added: 1, undone: false }]);
    expect(await store.remotes(CAMPAIGN).get('folder', z.object({ epoch: z.number() }))).toEqual({ epoch: 1 });
    expect(await journal.canUndo('张三')).toBe(true);
  });

  it('give version 1 the tables of version 2, all else untouched, with a copy of what was before', async () => {
    const profile = await profileOfVersion1();
    const before = await readTables(profile);
    (await openTab(profile)).close();
    const empty = { blocks: [], segments: [], merges: [], remotes: [], seen: [] };
    expect(await readTables(profile)).toEqual({ ...before, ...empty });
    expect(await dumped(profile)).toEqual(filled(before));
  });

  it('give the records that a later version expects, and keep a copy of all that was before', async () => {
    const profile = await profileOfToday();
    const before = await readTables(profile);
    const store = await openTab(profile, { migrations: [...MIGRATIONS, next] });
    const campaigns = await store.campaigns.list();
    store.close();
    expect(campaigns).toEqual(fixture('0003-test-after').campaigns);
    const after = await readTables(profile);
    expect(after).toEqual({ ...before, ...fixture('0003-test-after') });
    expect(await versionOf(profile)).toBe(3);
    expect(await dumped(profile)).toEqual(filled(before));
  });

  it('that fail leave everything as it was, say so, and the data can be carried away', async () => {
    const profile = await profileOfToday();
    const before = await readTables(profile);
    expect(await codeOf(openTab(profile, { migrations: [...MIGRATIONS, failing] }))).toBe('migration-failed');
    expect(await readTables(profile)).toEqual(before);
    expect(await versionOf(profile)).toBe(2);
    expect(await rawRecordsIn(await exportRaw('pingan-fill', profile))).toBe(Object.values(before).flat().length);
    expect(await (await openTab(profile)).journal(CAMPAIGN).log()).toHaveLength(FIRST.tail!.length + 2);
  });

  it('are not run backwards: data of a newer version is refused untouched and can be carried away', async () => {
    const profile = await profileOfVersion1();
    (await openTab(profile, { migrations: [...MIGRATIONS, next] })).close();
    const before = await readTables(profile);
    expect(await codeOf(openTab(profile))).toBe('data-from-newer-version');
    expect(await readTables(profile)).toEqual(before);
    expect(await versionOf(profile)).toBe(3);
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

/** The copy made before the last migration, in the form of `readTables`; tables that were empty are missing. */
async function dumped(profile: Profile): Promise<Tables> {
  const dump = (await readTables(profile, dumpName('pingan-fill'))).records as { table: string; value: unknown }[];
  const tables: Tables = {};
  for (const { table, value } of dump) tables[table] = [...(tables[table] ?? []), value];
  return tables;
}

const filled = (tables: Tables): Tables =>
  Object.fromEntries(Object.entries(tables).filter(([, records]) => records.length > 0));

describe('tabs of different versions', () => {
  const change = [{ entity: item('2.3'), field: 'completion', value: '新' }];

  it('the older one gives way and says so, its edits refused rather than lost quietly', async () => {
    const profile = await profileOfToday();
    const older = await openTab(profile);
    const newer = await openTab(profile, { migrations: [...MIGRATIONS, next] });
    expect(older.troubles.map(({ code }) => code)).toEqual(['store-newer']);
    expect(await codeOf(older.journal(CAMPAIGN).apply(change, { actor: '张三' }))).toBe('store-newer');
    expect(older.saves.status()).toMatchObject({ state: 'failed', pending: 0 });
    expect(await newer.journal(CAMPAIGN).apply(change, { actor: '张三' })).toHaveLength(1);
  });

  it('one that does not give way is named instead of waited for', async () => {
    const profile = await profileOfToday();
    const stubborn = await new Promise<IDBDatabase>(resolve => {
      const request = profile.indexedDB.open('pingan-fill');
      request.onsuccess = () => resolve(request.result);
    });
    expect(await codeOf(openTab(profile, { migrations: [...MIGRATIONS, next] }))).toBe('store-blocked');
    stubborn.close();
  });
});
