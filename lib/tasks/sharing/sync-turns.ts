/** What a person has decided for the next sync. */
export interface SyncWish {
  takeAll?: boolean;
  refill?: boolean;
}

/**
 * One sync at a time, and none that is asked for is lost: whoever asks while one is underway waits for another one, begun after
 * they asked. What they asked before its begin was put into files too late, or never. Those who wait share one.
 */
export function inTurns<Result>(sync: (wish: SyncWish) => Promise<Result>): (wish: SyncWish) => Promise<Result> {
  let running: Promise<unknown> | null = null;
  let next: { wish: SyncWish; result: Promise<Result> } | null = null;

  function begin(wish: SyncWish): Promise<Result> {
    const result = sync(wish);
    const settled = result.then(
      () => undefined,
      () => undefined,
    );
    running = settled;
    void settled.then(() => {
      if (running === settled) running = null;
    });
    return result;
  }

  return wish => {
    if (running === null) return begin(wish);
    if (next === null) {
      const waiting = { wish: {}, result: running.then(() => turn()) };
      next = waiting;
    }
    Object.assign(next.wish, wish);
    return next.result;
  };

  function turn(): Promise<Result> {
    const { wish } = next!;
    next = null;
    return begin(wish);
  }
}
