/** `bytes` random bytes as hex. crypto.randomUUID is younger than the oldest browsers we run in. */
export function randomId(bytes = 16): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), byte => byte.toString(16).padStart(2, '0')).join('');
}
