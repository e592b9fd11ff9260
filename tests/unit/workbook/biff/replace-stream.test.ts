import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CFB } from 'xlsx';
import { findStream, readCompoundFile, sectorChain, sectorOffset } from '../../../../lib/workbook/biff/compound-file';
import { replaceStream } from '../../../../lib/workbook/biff/replace-stream';
import { buildContainer } from '../../../fixtures/build-biff';

/** Byte by byte; `toEqual` takes seconds a megabyte. */
function expectSame(actual: Uint8Array | undefined, expected: Uint8Array): void {
  expect(actual?.length).toBe(expected.length);
  expect(Buffer.compare(actual!, expected)).toBe(0);
}

const filled = (length: number, seed: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + seed) & 0xff);

function replaced(bytes: Uint8Array, content: Uint8Array): Uint8Array {
  const file = readCompoundFile(bytes);
  return replaceStream(file, findStream(file, 'Workbook')!, content);
}

/** By SheetJS's reader, which shares no code with ours. */
function streamsOf(bytes: Uint8Array): Map<string, Buffer> {
  const entries: { type: number; name: string; content: Buffer }[] = CFB.read(Buffer.from(bytes), {
    type: 'buffer',
  }).FileIndex;
  return new Map(entries.filter(({ type }) => type === 2).map(({ name, content }) => [name, Buffer.from(content)]));
}

function expectOthersKept(before: Uint8Array, after: Uint8Array): void {
  const now = streamsOf(after);
  for (const [name, content] of streamsOf(before)) if (name !== 'Workbook') expectSame(now.get(name), content);
}

describe('a stream replaced in its container', () => {
  it('keeps its sectors and every other byte when the length stays', () => {
    const before = buildContainer({ Workbook: filled(6_000, 1), Summary: filled(200, 2), Data: filled(5_000, 3) });
    const content = filled(6_000, 9);
    const after = replaced(before, content);
    expect(after.length).toBe(before.length);
    expectSame(streamsOf(after).get('Workbook'), content);
    const file = readCompoundFile(before);
    const sectors = new Set<number>();
    const start = findStream(file, 'Workbook')!.start;
    for (let sector = start; sector < 0xfffffff0; sector = file.fat[sector]!) sectors.add(sector);
    const changed = [...before.keys()].filter(at => before[at] !== after[at] && !sectors.has(Math.floor(at / 512) - 1));
    expect(changed).toEqual([]);
  });

  it('touches no sector that its chain names beyond its size', () => {
    const before = buildContainer({ Workbook: filled(5_120, 1), Data: filled(5_000, 3) });
    const file = readCompoundFile(before);
    const chain = sectorChain(file, findStream(file, 'Workbook')!.start);
    expect(chain.length).toBe(10);
    const link = sectorOffset(file, file.fatSectors[0]!) + 4 * chain.at(-1)!;
    file.view.setUint32(link, file.view.getUint32(0x30, true), true);
    for (const length of [5_100, 5_120, 5_300, 9_000]) {
      const after = replaced(before, filled(length, 7));
      expectSame(streamsOf(after).get('Workbook'), filled(length, 7));
      expectOthersKept(before, after);
    }
  });

  it('leaves the mini stream when it outgrows it, and frees its place there', () => {
    const before = buildContainer({ Workbook: filled(700, 1), Summary: filled(200, 2) });
    const content = filled(9_000, 4);
    const after = replaced(before, content);
    expectSame(streamsOf(after).get('Workbook'), content);
    expectOthersKept(before, after);
  });

  it('is padded with zeros rather than moved into the mini stream', () => {
    const before = buildContainer({ Workbook: filled(9_000, 1), Summary: filled(200, 2) });
    const after = streamsOf(replaced(before, filled(1_000, 5))).get('Workbook')!;
    expect(after.length).toBe(4_096);
    expectSame(after.subarray(0, 1_000), filled(1_000, 5));
    expect(after.subarray(1_000).every(byte => byte === 0)).toBe(true);
  });

  it('brings new sectors of the allocation table when the old ones are full, and a list of them beyond 109', () => {
    const before = buildContainer({ Workbook: filled(5_000, 1), Big: filled(7_050_000, 2) });
    const content = filled(600_000, 6);
    const after = replaced(before, content);
    expect(readCompoundFile(before).fatSectors.length).toBeLessThanOrEqual(109);
    expect(readCompoundFile(after).fatSectors.length).toBeGreaterThan(109);
    expect(readCompoundFile(after).difatSectors.length).toBe(1);
    expectSame(streamsOf(after).get('Workbook'), content);
    expectOthersKept(before, after);
  });

  it('lengthens a list of allocation tables that is there already', () => {
    const before = buildContainer({ Workbook: filled(5_000, 1), Big: filled(7_500_000, 2) });
    expect(readCompoundFile(before).difatSectors.length).toBe(1);
    const after = replaced(before, filled(400_000, 6));
    expectSame(streamsOf(after).get('Workbook'), filled(400_000, 6));
    expectOthersKept(before, after);
  });

  it('reads back whatever its lengths before and after, again and again', () => {
    const length = fc.integer({ min: 1, max: 140_000 });
    fc.assert(
      fc.property(
        length,
        fc.array(length, { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 9_000 }),
        (first, later, other) => {
          const start = buildContainer({ Workbook: filled(first, 1), Other: filled(other, 2) });
          let bytes = start;
          for (const next of later) {
            bytes = replaced(bytes, filled(next, next));
            const after = streamsOf(bytes).get('Workbook')!;
            expect(after.length).toBe(Math.max(next, 4_096));
            expectSame(after.subarray(0, next), filled(next, next));
          }
          expectOthersKept(start, bytes);
        },
      ),
      { numRuns: 40 },
    );
  });
});
