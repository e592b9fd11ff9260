import { AppError } from '../../model/app-error';

export interface BudgetOptions {
  now(): number;
  /** 坚果云 locks an account out after some hundreds of requests in half an hour. */
  limit?: number;
  windowMs?: number;
}

/** Requests of one account, shared by all that use it: never more than the service bears, and none while it asks for a pause. */
export interface RequestBudget {
  /** Throws `sync-too-many-requests` where the request has to wait. */
  take(host: string): void;
  /** The service asked for a pause. `ms` null: it did not say how long, so each time twice as long as before. */
  pause(ms: number | null): void;
  /** An answer came without complaint. */
  relax(): void;
}

const MINUTE = 60_000;
const LONGEST_PAUSE = 30 * MINUTE;

export function requestBudget({ now, limit = 300, windowMs = 30 * MINUTE }: BudgetOptions): RequestBudget {
  let times: number[] = [];
  let until = 0;
  let nextPause = MINUTE;
  return {
    take(host) {
      const time = now();
      // A clock that was set back would keep the requests of the future for ever.
      times = times.filter(taken => taken <= time && time - taken < windowMs);
      if (until - time > LONGEST_PAUSE) until = 0;
      const wait = Math.max(until - time, times.length >= limit ? times[0]! + windowMs - time : 0);
      if (wait > 0) throw new AppError('sync-too-many-requests', { host, minutes: Math.ceil(wait / MINUTE) });
      times.push(time);
    },
    pause(ms) {
      until = now() + Math.min(ms ?? nextPause, LONGEST_PAUSE);
      nextPause = Math.min(nextPause * 2, LONGEST_PAUSE);
    },
    relax() {
      nextPause = MINUTE;
    },
  };
}
