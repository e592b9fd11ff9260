/** Magic, length of the header (four bytes, big-endian), header as JSON, body. Same for log files and evidence. */
const MAX_HEADER = 4 * 1024 * 1024;

export interface Container {
  header: unknown;
  /** The header as it stands in the file: what encryption also vouches for. */
  headerBytes: Uint8Array;
  body: Uint8Array;
}

export const LOG_MAGIC = 'PAL1';
export const BLOB_MAGIC = 'PAB1';
export type Magic = typeof LOG_MAGIC | typeof BLOB_MAGIC;

const encoder = new TextEncoder();

export const encodeHeader = (header: unknown): Uint8Array => encoder.encode(JSON.stringify(header));

export function joinContainer(magic: Magic, header: Uint8Array, body: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + header.length + body.length);
  bytes.set(encoder.encode(magic));
  new DataView(bytes.buffer).setUint32(4, header.length);
  bytes.set(header, 8);
  bytes.set(body, 8 + header.length);
  return bytes;
}

/** null when it is none, or when it was cut within its header. */
export function splitContainer(magic: Magic, bytes: Uint8Array): Container | null {
  if (bytes.length < 8 || [...magic].some((letter, place) => bytes[place] !== letter.charCodeAt(0))) return null;
  const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(4);
  if (length > MAX_HEADER || 8 + length > bytes.length) return null;
  const headerBytes = bytes.subarray(8, 8 + length);
  try {
    return { header: JSON.parse(new TextDecoder().decode(headerBytes)), headerBytes, body: bytes.subarray(8 + length) };
  } catch {
    // Not JSON: cut, or nothing of ours.
    return null;
  }
}
