import type { Packing } from './packing';
import type { AnyHeader } from './segment-header';

/** Lies in a log folder that is full: the next one is in use. */
export const EPOCH_FULL = 'full.txt';
export const README = 'README.txt';

const SHA32 = /(?<![0-9a-f])[0-9a-f]{32}(?![0-9a-f])/;
const CANONICAL = /^[sp]-[0-9a-z]{9,11}-[0-9a-f]{8}-\d+-([0-9a-f]{32})\.pal$/;

/** `s-<hlc36>-<replica8>-<n>-<sha32>.pal`: sorts by time, tells who, and is the hash of what is in it. */
export function segmentName(header: AnyHeader, hash: string): string {
  const time = header.to.time.toString(36).padStart(9, '0');
  return `${header.kind === 'pack' ? 'p' : 's'}-${time}-${header.replica}-${header.n}-${hash.slice(0, 32)}.pal`;
}

/** What a file in a log folder may be. Conflict copies ("… (冲突副本).pal") and swap files keep the hash in their name. */
export interface LogName {
  isCanonical: boolean;
  /** The hash the content should have; null where the name does not tell. */
  sha32: string | null;
}

/** null for what is no log file at all: marker files, Thumbs.db. */
export function readLogName(name: string): LogName | null {
  const canonical = CANONICAL.exec(name);
  if (canonical) return { isCanonical: true, sha32: canonical[1]! };
  if (!name.includes('.pal')) return null;
  return { isCanonical: false, sha32: SHA32.exec(name)?.[0] ?? null };
}

export const isPack = (name: string): boolean => name.startsWith('p-');
/** Label of the writer, of a canonical name. */
export const writerOf = (segment: string): string => segment.split('-')[2] ?? '';
export const sha32Of = (segment: string): string => CANONICAL.exec(segment)?.[1] ?? '';

export async function projectFolder(project: string, packing: Packing): Promise<string> {
  const hash = await packing.hash(new TextEncoder().encode(project));
  return `pa/${hash.slice(0, 16)}`;
}

export const epochFolder = (epoch: number): string => `log/e${String(epoch).padStart(4, '0')}`;

/** null for a folder that is none of ours. */
export function epochOf(folder: string): number | null {
  const found = /^e(\d{4,})$/.exec(folder);
  return found ? Number(found[1]) : null;
}

export const blobPath = (name: string): string => `blob/${name.slice(0, 2)}/${name}.pab`;
export const keyPath = (sha: string): string => `keys/k-${sha.slice(0, 32)}.json`;
