import * as z from 'zod';
import { AppError } from '../model/app-error';
import { projectFolder } from './names';
import { PACKING } from './packing';
import type { Target } from './target';

/** A campaign's key, usable but not readable: both CryptoKeys refuse to be exported. */
export interface ProjectKey {
  /** 16 hex digits, derived from the key; says which key a file needs. */
  id: string;
  /** 1 for the first, one more with each change of the passphrase: the highest encrypts, the others still decrypt. */
  generation: number;
  /** AES-256-GCM, encrypt and decrypt. */
  aes: CryptoKey;
  /** HMAC-SHA-256, for nonces and for the names of evidence files. */
  mac: CryptoKey;
  /** The key wrapped by the passphrase, as it lies on every target: `keys/k-<sha32>.json`. */
  file: Uint8Array;
}

const KEY_VERSION = 1;
/** OWASP's figure for PBKDF2 with SHA-256; 80 to 510 ms on the PCs measured. */
const ITERATIONS = 600_000;
/** What a key file may ask for: more would only keep the PC busy. */
const MOST_ITERATIONS = 10_000_000;

const keyFile = z.looseObject({
  v: z.literal(KEY_VERSION),
  project: z.string(),
  generation: z.number().int().positive().default(1),
  kdf: z.literal('PBKDF2-SHA256'),
  iterations: z.number().int().min(1).max(MOST_ITERATIONS),
  salt: z.string(),
  wrap: z.literal('AES-256-GCM'),
  iv: z.string(),
  wrapped: z.string(),
});

/**
 * A new random key for a campaign, wrapped by the passphrase. Full-width and half-width letters are the same letters. With
 * another passphrase comes another key: wrapping the old one anew would leave it open to whoever knew the old passphrase.
 */
export async function createProjectKey(project: string, passphrase: string, generation = 1): Promise<ProjectKey> {
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const wrapping = await wrappingKey(passphrase, salt, ITERATIONS);
  const wrapped = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: utf8(project) }, wrapping, raw);
  const file: z.infer<typeof keyFile> = {
    v: KEY_VERSION,
    project,
    generation,
    kdf: 'PBKDF2-SHA256',
    iterations: ITERATIONS,
    salt: toBase64(salt),
    wrap: 'AES-256-GCM',
    iv: toBase64(iv),
    wrapped: toBase64(new Uint8Array(wrapped)),
  };
  return derive(raw, utf8(JSON.stringify(file)), generation);
}

/** The newest first: it encrypts. Of two of one generation, made unseen by each other, all PCs take the same. */
export const sortKeys = (keys: Iterable<ProjectKey>): ProjectKey[] =>
  [...keys].sort((a, b) => b.generation - a.generation || (a.id < b.id ? -1 : 1));

/** Whether this passphrase is the one that the key was wrapped with. */
export async function opensWith({ file }: ProjectKey, project: string, passphrase: string): Promise<boolean> {
  const read = readKeyFile(file);
  return read !== null && read !== 'newer' && (await open(read, file, project, passphrase)) !== null;
}

/** The generation of a key file; null for what is torn, nothing of ours, or of a newer version. */
export function generationOf(bytes: Uint8Array): number | null {
  const read = readKeyFile(bytes);
  return read === null || read === 'newer' ? null : read.generation;
}

/** Key files on a target, by the name that each has there. */
export async function listKeyFiles(target: Target, project: string): Promise<Uint8Array[]> {
  const folder = `${await projectFolder(project, PACKING)}/keys`;
  const files: Uint8Array[] = [];
  for (const { name } of await target.list(folder)) {
    const bytes = isKeyName(name) ? await target.get(`${folder}/${name}`) : null;
    if (bytes !== null) files.push(bytes);
  }
  return files;
}

export const isKeyName = (name: string): boolean => /^k-.*\.json$/.test(name);

/**
 * The campaign's keys on a target that this passphrase opens. Throws in words where it opens none, or only such as were replaced
 * since.
 */
export async function openProjectKeys(target: Target, project: string, passphrase: string): Promise<ProjectKey[]> {
  const keys: ProjectKey[] = [];
  let isNewer = false;
  let isFound = false;
  let newest = 0;
  for (const bytes of await listKeyFiles(target, project)) {
    const read = readKeyFile(bytes);
    isFound ||= read !== null;
    isNewer ||= read === 'newer';
    if (read === null || read === 'newer') continue;
    newest = Math.max(newest, read.generation);
    const key = await open(read, bytes, project, passphrase);
    if (key) keys.push(key);
  }
  const [first, ...others] = sortKeys(keys);
  if (first && first.generation < newest) throw new AppError('sync-old-passphrase');
  if (first) return [first, ...others];
  throw new AppError(!isFound ? 'sync-no-key' : isNewer ? 'sync-key-newer' : 'sync-wrong-passphrase');
}

type KeyFile = z.infer<typeof keyFile>;

/** null for what is torn or nothing of ours. */
function readKeyFile(bytes: Uint8Array): KeyFile | 'newer' | null {
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    // Half uploaded: not yet.
    return null;
  }
  const read = keyFile.safeParse(json);
  if (read.success) return read.data;
  return z.looseObject({ v: z.number().gt(KEY_VERSION) }).safeParse(json).success ? 'newer' : null;
}

async function open(file: KeyFile, bytes: Uint8Array, project: string, passphrase: string): Promise<ProjectKey | null> {
  const wrapping = await wrappingKey(passphrase, fromBase64(file.salt), file.iterations);
  const params = { name: 'AES-GCM', iv: fromBase64(file.iv), additionalData: utf8(project) };
  try {
    const raw = new Uint8Array(await crypto.subtle.decrypt(params, wrapping, fromBase64(file.wrapped)));
    return await derive(raw, bytes, file.generation);
  } catch {
    // The tag does not fit: another passphrase.
    return null;
  }
}

async function wrappingKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey('raw', utf8(passphrase.normalize('NFKC')), 'PBKDF2', false, [
    'deriveKey',
  ]);
  const params = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(params, typed, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function derive(raw: Uint8Array<ArrayBuffer>, file: Uint8Array, generation: number): Promise<ProjectKey> {
  const base = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveKey', 'deriveBits']);
  raw.fill(0);
  const use = (info: string) => ({ name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(info) });
  const id = new Uint8Array(await crypto.subtle.deriveBits(use('pingan-fill key id'), base, 64));
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 };
  return {
    id: Array.from(id, byte => byte.toString(16).padStart(2, '0')).join(''),
    generation,
    aes: await crypto.subtle.deriveKey(use('pingan-fill aes'), base, { name: 'AES-GCM', length: 256 }, false, [
      'encrypt',
      'decrypt',
    ]),
    mac: await crypto.subtle.deriveKey(use('pingan-fill mac'), base, hmac, false, ['sign']),
    file,
  };
}

const utf8 = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text);
const toBase64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromBase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
