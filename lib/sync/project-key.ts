/** A campaign's key, usable but not readable: both CryptoKeys refuse to be exported. */
export interface ProjectKey {
  /** 16 hex digits, derived from the key; says which key a file needs. */
  id: string;
  /** AES-256-GCM, encrypt and decrypt. */
  aes: CryptoKey;
  /** HMAC-SHA-256, for nonces and for the names of evidence files. */
  mac: CryptoKey;
  /** The key wrapped by the passphrase, as it lies on every target: `keys/k-<sha32>.json`. */
  file: Uint8Array;
}
