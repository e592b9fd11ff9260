/** How the page is let go first, and when work on it stops. */
export interface Turns {
  /** Milliseconds, rising. */
  now: () => number;
  /** Lets the page go first; resolves when it has nothing to do (requestIdleCallback, or a timer where there is none). */
  pause: () => Promise<void>;
  signal: AbortSignal;
}

/** How long the page may wait for us, in milliseconds; a frame is 16. */
const SLICE = 8;

/**
 * Does work between the page's own tasks. `onSlice` gets what one turn has brought, when it brought something. Resolves to null when
 * stopped.
 */
export async function inSlices<Step, Result>(
  work: Generator<Step | undefined, Result>,
  { now, pause, signal }: Turns,
  onSlice: (steps: Step[]) => void = () => {},
): Promise<{ result: Result } | null> {
  for (;;) {
    if (signal.aborted) return null;
    const end = now() + SLICE;
    const fresh: Step[] = [];
    let step: IteratorResult<Step | undefined, Result>;
    do {
      step = work.next();
      if (!step.done && step.value !== undefined) fresh.push(step.value);
    } while (!step.done && now() < end);
    if (fresh.length) onSlice(fresh);
    if (step.done) return { result: step.value };
    await pause();
  }
}
