import { deflateSync, inflateSync } from 'fflate';
import { sha256Hex } from '../model/sha256';

/** How bytes are named and packed. Handed in, so that simulations can do without. */
export interface Packing {
  /** 64 hex digits. */
  hash(bytes: Uint8Array): Promise<string> | string;
  deflate(bytes: Uint8Array): Uint8Array;
  /** At most `length` bytes come out, whatever the packed bytes hold. */
  inflate(bytes: Uint8Array, length: number): Uint8Array;
}

/**
 * Raw deflate by fflate and not by the browser's streams: Chromium 90 has no raw one, a few kilobytes do not pay for a stream,
 * and one and the same deflate gives one and the same file on every PC, so what is sealed twice has one name.
 */
export const PACKING: Packing = {
  hash: sha256Hex,
  deflate: bytes => deflateSync(bytes, { level: 6 }),
  inflate: (bytes, length) => inflateSync(bytes, { out: new Uint8Array(length) }),
};
