import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { unzipSync, zipSync } from 'fflate';
import { readZip } from '../../lib/workbook/zip/read-zip';
import { rewriteZip } from '../../lib/workbook/zip/rewrite-zip';
import type { Contender } from './contenders';

/** Taking the package apart and putting it together again, changing nothing: what a program that repacks must at least do. */
async function rezipWithZlib(bytes: Uint8Array): Promise<Uint8Array> {
  const archive = readZip(bytes);
  const parts = archive.entries.map(({ name, dataOffset, compressedSize, crc, size }) => {
    const content = inflateRawSync(bytes.subarray(dataOffset, dataOffset + compressedSize));
    return [name, { compressed: deflateRawSync(content), crc, size }] as const;
  });
  return rewriteZip(archive, new Map(parts));
}

export function loadFloor(name: string): Contender {
  const rezip = name.endsWith('zlib')
    ? rezipWithZlib
    : async (bytes: Uint8Array) => zipSync(unzipSync(bytes), { level: 6 });
  return { open: rezip, fill: rezip };
}
