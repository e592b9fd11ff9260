import type { Hlc } from '../model/op';

/** A clock further ahead than this is wrong, not early: it may order its own edits, but does not drag ours along. */
export const FAR_AHEAD_MS = 24 * 60 * 60 * 1000;

/** Where the counter spills into the time: far above real use, far below where integers stop being exact. */
const MAX_COUNT = 2 ** 31;

export const START: Hlc = { time: 0, count: 0 };

export const isFarAhead = (clock: Hlc, now: number): boolean => clock.time > now + FAR_AHEAD_MS;

/** The time of our next edit: after everything seen, unless what was seen is far ahead (also our own clock, set right since). */
export function tick(last: Hlc, now: number): Hlc {
  const wall = Math.max(0, Math.floor(now));
  if (wall > last.time || isFarAhead(last, wall)) return { time: wall, count: 0 };
  return last.count < MAX_COUNT ? { time: last.time, count: last.count + 1 } : { time: last.time + 1, count: 0 };
}

/** Our clock after seeing another's edit. An edit is never refused for its time. */
export function receive(last: Hlc, remote: Hlc, now: number): { clock: Hlc; ahead: boolean } {
  if (isFarAhead(remote, now)) return { clock: last, ahead: true };
  const later = remote.time > last.time || (remote.time === last.time && remote.count > last.count);
  return { clock: later ? remote : last, ahead: false };
}
