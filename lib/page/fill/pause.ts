/** Waits `ms` milliseconds. Rejects with the signal's reason as soon as it aborts. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason ?? new DOMException('stopped', 'AbortError'));
    };
    if (signal?.aborted) return reject(signal.reason ?? new DOMException('stopped', 'AbortError'));
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}

/** Asks every 50 ms until there is an answer, at most `ms` milliseconds. */
export async function waitFor<T>(ask: () => T | null, ms: number, signal?: AbortSignal): Promise<T | null> {
  for (let waited = 0; ; waited += 50) {
    const answer = ask();
    if (answer !== null || waited >= ms) return answer;
    await pause(50, signal);
  }
}
