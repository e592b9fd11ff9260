import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { findStream, readCompoundFile, readStream } from '../../../../lib/workbook/biff/compound-file';
import { buildContainer } from '../../../fixtures/build-biff';

const received = new Uint8Array(readFileSync('tests/fixtures/workbooks/received-2023.xls'));

/** The file with one 32-bit number of its header or elsewhere changed. */
function withNumber(bytes: Uint8Array, offset: number, value: number): Uint8Array {
  const copy = bytes.slice();
  new DataView(copy.buffer).setUint32(offset, value, true);
  return copy;
}

function refusal(act: () => unknown): string {
  try {
    act();
  } catch (thrown) {
    return (thrown as { code: string }).code;
  }
  return 'accepted';
}

describe('a compound file', () => {
  it('gives the streams under its root, short ones from the mini stream', () => {
    const short = Uint8Array.from({ length: 300 }, (_, index) => index & 0xff);
    const long = Uint8Array.from({ length: 9_000 }, (_, index) => (index * 7) & 0xff);
    const file = readCompoundFile(buildContainer({ Short: short, Long: long }));
    expect(readStream(file, findStream(file, 'short')!)).toEqual(short);
    expect(readStream(file, findStream(file, 'LONG')!)).toEqual(long);
  });

  it('does not take the workbook embedded in a storage for its own', () => {
    const file = readCompoundFile(
      buildContainer({ 'MBD0018/Workbook': new Uint8Array(5_000), Other: new Uint8Array(5_000) }),
    );
    expect(findStream(file, 'Workbook')).toBeUndefined();
    expect(file.storages).toContain('MBD0018');
  });

  it('refuses a chain of sectors that runs in a circle', () => {
    const file = readCompoundFile(received);
    const workbook = findStream(file, 'Workbook')!;
    const fatEntry = (file.fatSectors[0]! + 1) * 512 + 4 * workbook.start;
    const circular = withNumber(received, fatEntry, workbook.start);
    expect(refusal(() => readStream(readCompoundFile(circular), workbook))).toBe('damaged-xls');
  });

  it('refuses a stream that claims two gigabytes, before making room for them', () => {
    const { entryOffset } = findStream(readCompoundFile(received), 'Workbook')!;
    const claiming = readCompoundFile(withNumber(received, entryOffset + 0x78, 0x7fffffff));
    expect(refusal(() => readStream(claiming, findStream(claiming, 'Workbook')!))).toBe('damaged-xls');
  });

  it('refuses an allocation table outside the file, and a list of them that runs in a circle', () => {
    expect(refusal(() => readCompoundFile(withNumber(received, 0x4c, 0x00ffffff)))).toBe('damaged-xls');
    expect(refusal(() => readCompoundFile(withNumber(received, 0x44, 3)))).toBe('damaged-xls');
  });

  it('ends on a directory whose entries are their own brothers', () => {
    const { root, streams } = readCompoundFile(received);
    const own = (streams[0]!.entryOffset - root.entryOffset) / 128;
    const looped = withNumber(received, streams[0]!.entryOffset + 0x44, own);
    expect(readCompoundFile(looped).streams.length).toBeGreaterThan(0);
  });

  it('comes to an end, wherever it is cut', () => {
    for (let length = 0; length < received.length; length += 509) {
      const told = refusal(() => {
        const file = readCompoundFile(received.subarray(0, length));
        for (const stream of file.streams) readStream(file, stream);
      });
      expect(['accepted', 'damaged-xls', 'not-a-workbook']).toContain(told);
    }
  });
});
