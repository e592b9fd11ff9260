import { describe, expect, it } from 'vitest';
import { FAR_AHEAD_MS, isFarAhead, receive, START, tick } from '../../../lib/journal/hlc';
import { hlc } from '../../../lib/model/op';

const NOW = Date.UTC(2023, 11, 1);

describe('our clock', () => {
  it('follows the wall, and counts within one millisecond or when the wall goes back', () => {
    const first = tick(START, NOW);
    expect(first).toEqual({ time: NOW, count: 0 });
    expect(tick(first, NOW)).toEqual({ time: NOW, count: 1 });
    expect(tick(first, NOW - 5000)).toEqual({ time: NOW, count: 1 });
    expect(tick(first, NOW + 1.7)).toEqual({ time: NOW + 1, count: 0 });
  });

  it('comes back by itself after the PC’s date was a year ahead and was set right', () => {
    const wrong = tick(START, NOW + 365 * FAR_AHEAD_MS);
    expect(tick(wrong, NOW)).toEqual({ time: NOW, count: 0 });
  });

  it('never counts beyond what a stored op may hold', () => {
    const hostile = { time: NOW, count: Number.MAX_SAFE_INTEGER };
    const next = tick(receive(START, hostile, NOW).clock, NOW);
    expect(hlc.safeParse(next).success).toBe(true);
    expect(next.time).toBeGreaterThan(NOW);
  });

  it('of a PC set before 1970 still gives a time that can be stored', () => {
    expect(tick(START, -5)).toEqual({ time: 0, count: 1 });
  });
});

describe('a clock elsewhere', () => {
  it('that is a little ahead carries ours along', () => {
    const remote = { time: NOW + 3_600_000, count: 3 };
    expect(receive({ time: NOW, count: 0 }, remote, NOW)).toEqual({ clock: remote, ahead: false });
    expect(tick(remote, NOW)).toEqual({ time: remote.time, count: 4 });
  });

  it('that is behind changes nothing', () => {
    const own = { time: NOW, count: 2 };
    expect(receive(own, { time: NOW, count: 1 }, NOW)).toEqual({ clock: own, ahead: false });
  });

  it('that is more than a day ahead is flagged and does not drag ours', () => {
    const own = { time: NOW, count: 2 };
    const remote = { time: NOW + FAR_AHEAD_MS + 1, count: 0 };
    expect(receive(own, remote, NOW)).toEqual({ clock: own, ahead: true });
    expect(isFarAhead({ time: NOW + FAR_AHEAD_MS, count: 0 }, NOW)).toBe(false);
  });
});
