import type { ProjectKey } from './project-key';

export const NO_CIPHER = 'none';
export const AES_GCM = 'AES-256-GCM';

const NONCE_BYTES = 12;

/**
 * Nonce, then ciphertext and tag. The nonce is made from what is encrypted (HMAC over header and body), so the same content gives
 * the same bytes and no two contents share a nonce.
 */
export async function encrypt(key: ProjectKey, header: Uint8Array, body: Uint8Array): Promise<Uint8Array> {
  const nonce = await nonceOf(key, header, body);
  const sealed = await crypto.subtle.encrypt(params(nonce, header), key.aes, body as Uint8Array<ArrayBuffer>);
  const bytes = new Uint8Array(NONCE_BYTES + sealed.byteLength);
  bytes.set(nonce);
  bytes.set(new Uint8Array(sealed), NONCE_BYTES);
  return bytes;
}

/** null when header or body are not what was encrypted with this key. */
export async function decrypt(key: ProjectKey, header: Uint8Array, body: Uint8Array): Promise<Uint8Array | null> {
  if (body.length < NONCE_BYTES) return null;
  const nonce = body.slice(0, NONCE_BYTES);
  try {
    return new Uint8Array(await crypto.subtle.decrypt(params(nonce, header), key.aes, body.slice(NONCE_BYTES)));
  } catch {
    // WebCrypto tells no more than that it does not fit.
    return null;
  }
}

/** The name under which evidence is kept where names should not tell what the files are: HMAC of their hash. */
export async function hiddenName(key: ProjectKey, sha: string): Promise<string> {
  const tag = await crypto.subtle.sign('HMAC', key.mac, new TextEncoder().encode(`blob ${sha}`));
  return Array.from(new Uint8Array(tag), byte => byte.toString(16).padStart(2, '0')).join('');
}

const params = (iv: Uint8Array, additionalData: Uint8Array) => ({
  name: 'AES-GCM',
  iv: iv as Uint8Array<ArrayBuffer>,
  additionalData: additionalData as Uint8Array<ArrayBuffer>,
});

async function nonceOf(key: ProjectKey, header: Uint8Array, body: Uint8Array): Promise<Uint8Array> {
  const bytes = new Uint8Array(4 + header.length + body.length);
  new DataView(bytes.buffer).setUint32(0, header.length);
  bytes.set(header, 4);
  bytes.set(body, 4 + header.length);
  return new Uint8Array(await crypto.subtle.sign('HMAC', key.mac, bytes)).slice(0, NONCE_BYTES);
}
