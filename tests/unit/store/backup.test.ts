import { gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { PART_BYTES } from '../../../lib/store/backup-format';
import { writeLines } from '../../../lib/store/line-file';
import { fillDisk } from './disk';
import { codeOf, item, newProfile, openTab, type Profile, parkCampaign } from './test-store';

afterEach(() => vi.unstubAllGlobals());

const change = (code: string, value: string) => ({ entity: item(code), field: 'completion', value });
const textOf = async (backup: Blob) => gunzipSync(new Uint8Array(await backup.arrayBuffer())).toString();
const fileOf = (text: string) => new Blob([gzipSync(text)]);
const linesOf = (values: unknown[]) =>
  writeLines(
    (async function* () {
      yield* values;
    })(),
  );
const HEADER = { type: 'header', format: 'pingan-fill-backup', version: 1, createdAt: '2023-12-01T00:00:00.000Z' };

async function everythingIn(profile: Profile) {
  const store = await openTab(profile);
  const campaigns = await store.campaigns.list();
  return {
    campaigns,
    logs: await Promise.all(campaigns.map(({ id }) => store.journal(id).log())),
    states: await Promise.all(campaigns.map(async ({ id }) => [...(await store.journal(id).state())])),
    // get() compares the bytes with their name.
    blobs: await Promise.all(campaigns.map(async ({ workbookSha }) => (await store.blobs.get(workbookSha))?.length)),
    answers: await store.answers.get('shape'),
  };
}

/** Files of several parts are slow in the stand-in for IndexedDB: asked for where parts matter. */
async function filledProfile({ bytes: length } = { bytes: 70_000 }) {
  const profile = newProfile();
  const store = await openTab(profile);
  const big = Uint8Array.from({ length }, (_, n) => (n * 7919) % 251);
  for (const [n, bytes] of [new Uint8Array([80, 75]), big].entries()) {
    const { id } = await store.campaigns.create({ ...parkCampaign, name: `第${n}项`, bytes });
    for (let edit = 0; edit < 5; edit++)
      await store.journal(id).apply([change(`1.${edit}`, `值${edit}`)], { actor: '张三' });
    await store.journal(id).undo('张三');
  }
  await store.answers.put('shape', '', { q: 'selfScore' });
  return { profile, store };
}

describe('a backup', () => {
  it('restored on an empty PC gives the same', async () => {
    const { profile, store } = await filledProfile({ bytes: PART_BYTES + 7 });
    const fresh = newProfile();
    const report = await (await openTab(fresh)).restore(await store.backup());
    expect(report.campaigns.map(({ isNew, merged }) => [isNew, merged.added])).toEqual([
      [true, 6],
      [true, 6],
    ]);
    expect(await everythingIn(fresh)).toEqual(await everythingIn(profile));
  }, 120_000);

  it('restored over newer work adds what is missing and takes nothing away', async () => {
    const { profile, store } = await filledProfile();
    const backup = await store.backup();
    const [campaign] = await store.campaigns.list();
    await store.journal(campaign!.id).apply([change('1.1', '后来写的')], { actor: '张三' });
    await store.campaigns.change(campaign!.id, { name: '后来的名' });
    const before = await everythingIn(profile);
    const report = await store.restore(backup);
    expect(report.campaigns.map(({ isNew, merged }) => [isNew, merged.added])).toEqual([
      [false, 0],
      [false, 0],
    ]);
    expect(await everythingIn(profile)).toEqual(before);
  });

  it('restored where others went on unites both', async () => {
    const { store } = await filledProfile();
    const elsewhere = newProfile();
    const there = await openTab(elsewhere);
    await there.restore(await store.backup());
    const [campaign] = await store.campaigns.list();
    await store.journal(campaign!.id).apply([change('1.9', '这边')], { actor: '张三' });
    await there.journal(campaign!.id).apply([change('1.8', '那边')], { actor: '李四' });
    await there.restore(await store.backup());
    const values = [...(await there.journal(campaign!.id).state()).values()].map(state => state.heads[0]!.value);
    expect(values).toEqual(expect.arrayContaining(['这边', '那边']));
  });

  it('is plain lines where the browser cannot compress, and reads back the same', async () => {
    const { profile, store } = await filledProfile();
    vi.stubGlobal('CompressionStream', undefined);
    const backup = await store.backup();
    expect(await backup.slice(65, 80).text()).toBe('{"type":"header');
    const fresh = newProfile();
    await (await openTab(fresh)).restore(backup);
    expect(await everythingIn(fresh)).toEqual(await everythingIn(profile));
  });
});

describe('a file that is no sound backup is refused with nothing changed', () => {
  let backup: Blob;
  let text: string;
  let target: Profile;
  beforeAll(async () => {
    backup = await (await filledProfile()).store.backup();
    text = await textOf(backup);
  });
  beforeEach(async () => {
    target = newProfile();
    await (await openTab(target)).campaigns.create(parkCampaign);
  });
  async function refusal(file: Blob): Promise<string> {
    const before = await everythingIn(target);
    const code = await codeOf((await openTab(target)).restore(file));
    expect(await everythingIn(target)).toEqual(before);
    return code;
  }

  it.each([
    ['an empty file', () => new Blob([]), 'not-a-backup'],
    ['a workbook', () => new Blob(['PK\u0003\u0004 some zip']), 'not-a-backup'],
    ['gzip of something else', () => fileOf('你好\n'), 'not-a-backup'],
    ['a cut download', () => backup.slice(0, Math.floor(backup.size * 0.7)), 'backup-damaged'],
    [
      'a file without its last line',
      () => fileOf(text.slice(0, text.trimEnd().lastIndexOf('\n') + 1)),
      'backup-damaged',
    ],
    ['a file whose last line was cut', () => fileOf(text.slice(0, -1)), 'backup-damaged'],
    ['one altered character', () => fileOf(text.replace('值3', '值4')), 'backup-damaged'],
    [
      'a line left out',
      () =>
        fileOf(
          text
            .split('\n')
            .filter((_, n) => n !== 2)
            .join('\n'),
        ),
      'backup-damaged',
    ],
    ['lines after the end', () => fileOf(text + text), 'backup-damaged'],
    ['a newer format', () => linesOf([{ ...HEADER, version: 3 }, { type: 'hologram' }]), 'backup-newer'],
    ['a campaign without its workbook', () => withoutBlobs(text), 'backup-damaged'],
    [
      'bytes under a wrong name',
      () =>
        linesOf([
          HEADER,
          { type: 'blob', sha: '0'.repeat(64), part: 0, parts: 1, base64: 'AAAA' },
          { type: 'end', lines: 3 },
        ]),
      'backup-damaged',
    ],
    [
      'bytes that are no base64',
      () =>
        linesOf([
          HEADER,
          { type: 'blob', sha: '0'.repeat(64), part: 0, parts: 1, base64: '*' },
          { type: 'end', lines: 3 },
        ]),
      'backup-damaged',
    ],
    [
      'ops of no campaign',
      () => linesOf([HEADER, { type: 'ops', campaign: '无', ops: [] }, { type: 'end', lines: 3 }]),
      'backup-damaged',
    ],
    ['a bomb of one endless line', () => fileOf('0'.repeat(70 * 1024 * 1024)), 'not-a-backup'],
  ])('%s', async (_, file, code) => {
    expect(await refusal(await file())).toBe(code);
  });

  it('and so it is when the disk fills up on the way', async () => {
    const before = await everythingIn(target);
    const store = await openTab(target);
    const empty = fillDisk();
    const code = await codeOf(store.restore(backup));
    empty();
    expect(code).toBe('storage-full');
    expect(await everythingIn(target)).toEqual(before);
  });
});

function withoutBlobs(text: string): Promise<Blob> {
  const values = text
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line.slice(65)))
    .filter(({ type }) => type !== 'blob' && type !== 'end');
  return linesOf([...values, { type: 'end', lines: values.length + 1 }]);
}
