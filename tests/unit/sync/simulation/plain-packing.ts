import { createHash } from 'node:crypto';
import type { Packing } from '../../../../lib/sync/packing';

/** Real hashes, nothing packed, nothing awaited: what a simulation of thousands of runs can afford. */
export const PLAIN_PACKING: Packing = {
  hash: bytes => createHash('sha256').update(bytes).digest('hex'),
  deflate: bytes => bytes,
  inflate: (bytes, length) => bytes.slice(0, length),
};

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
