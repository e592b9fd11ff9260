import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { unpackOps } from '../../../lib/store/packed-ops';
import { PACKING } from '../../../lib/sync/packing';
import { readSegment, seal } from '../../../lib/sync/segment';

/** Files as they were written before ops were packed as columns, and what is in them; one record is of a newer kind. */
const FOLDER = 'tests/fixtures/earlier';
const bytesOf = (name: string) => new Uint8Array(readFileSync(`${FOLDER}/${name}`));
const records = JSON.parse(readFileSync(`${FOLDER}/records.json`, 'utf8'));

describe('what earlier versions wrote', () => {
  it('as a file for others is read', async () => {
    const name = readdirSync(FOLDER).find(file => file.endsWith('.pal'))!;
    expect(await readSegment(bytesOf(name), [], PACKING)).toEqual({ records, parked: null });
  });

  it('as a block of the local log is read', async () => {
    expect(await unpackOps(bytesOf('block.bin'))).toEqual(records);
  });
});

describe('what this version writes', () => {
  it('says another schema in its header, so that an older one keeps it and says that it is newer', async () => {
    const about = { kind: 'segment' as const, project: 'b4d1', replica: 'abcd1234', actor: '李晓红' };
    const place = { n: 1, previous: null, level: 0, covers: [], key: null };
    const { header, bytes } = await seal({ ...about, ...place, records }, PACKING);
    expect(header).toMatchObject({ v: 1, schema: 2 });
    expect(await readSegment(bytes, [], PACKING)).toEqual({ records, parked: null });
  });
});
