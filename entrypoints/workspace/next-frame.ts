/** A page in the background is given no frames; what it must know then comes this much later. */
const WITHOUT_FRAMES = 100;

/** Calls once, in the next frame or soon after where there is none. Returns how to call it off. */
export function nextFrame(callback: () => void): () => void {
  const stop = (): void => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
  const run = (): void => {
    stop();
    callback();
  };
  const frame = requestAnimationFrame(run);
  const timer = setTimeout(run, WITHOUT_FRAMES);
  return stop;
}
