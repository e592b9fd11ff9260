import { toBase64 } from './base64';
import type { BrowserStorage } from './database';
import { asOpeningError } from './failures';
import { writeLines } from './line-file';
import { requireStorage } from './open-database';
import { installedVersion, rawRecords } from './raw-database';

/**
 * The database as it lies on disk, also when this program cannot open it: newer data, a failed migration, an unreadable
 * record. For maintainers; bytes appear as {"$bytes": base64}.
 */
export async function exportRaw(name: string, given: Partial<BrowserStorage> = {}): Promise<Blob> {
  const storage = requireStorage(given);
  try {
    return await writeLines(rawLines(name, storage));
  } catch (thrown) {
    throw asOpeningError(thrown);
  }
}

async function* rawLines(name: string, storage: BrowserStorage): AsyncGenerator<unknown> {
  yield { type: 'header', format: 'pingan-fill-raw', version: 1, data: await installedVersion(storage, name) };
  for await (const record of rawRecords(storage, name)) yield plain(record);
}

function plain(value: unknown): unknown {
  if (value instanceof Uint8Array) return { $bytes: toBase64(value) };
  if (value instanceof ArrayBuffer) return plain(new Uint8Array(value));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, plain(inner)]));
}
