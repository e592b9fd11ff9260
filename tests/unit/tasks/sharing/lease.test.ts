import { describe, expect, it } from 'vitest';
import { LEASE_MS, type LeaseShelf, withLease } from '../../../../lib/tasks/sharing/lease';

const START = Date.UTC(2023, 10, 1);

function shelfOf(kept: Map<string, unknown>): LeaseShelf {
  return {
    get: async name => kept.get(name),
    set: async (name, value) => void kept.set(name, value),
    remove: async name => void kept.delete(name),
  };
}

/** Tabs of one browser, with one clock. */
function browserOf(tabs: readonly string[]) {
  const kept = new Map<string, unknown>();
  const clock = { time: START };
  const [first, second] = tabs.map(holder => ({ shelf: shelfOf(kept), now: () => clock.time, holder }));
  return { kept, clock, first: first!, second: second! };
}

describe('one at a time where the browser has no Web Locks', () => {
  it('the second is turned away while the first is at it, and may come after it', async () => {
    const { kept, first, second } = browserOf(['a', 'b']);
    let end = () => {};
    const working = withLease(first, 'lock', () => new Promise<void>(resolve => (end = resolve)));
    await expect.poll(() => kept.size).toBe(1);
    let worked = false;
    const work = async () => {
      worked = true;
    };
    expect(await withLease(second, 'lock', work)).toBe(false);
    expect(worked).toBe(false);
    end();
    expect(await working).toBe(true);
    expect(kept.size).toBe(0);
    expect(await withLease(second, 'lock', work)).toBe(true);
  });

  it('of two that found it free at the same moment only one works', async () => {
    const { first, second } = browserOf(['a', 'b']);
    let at = 0;
    const work = async () => {
      at++;
    };
    const ran = await Promise.all([withLease(first, 'lock', work), withLease(second, 'lock', work)]);
    expect(ran.filter(Boolean)).toHaveLength(1);
    expect(at).toBe(1);
  });

  it.each([
    ['has run out: its page was ended', LEASE_MS + 1],
    ['reaches further than a lease can: the clock was set back', -3 * LEASE_MS],
  ])('a lease that %s holds nobody up', async (_, later) => {
    const { kept, clock, second } = browserOf(['a', 'b']);
    kept.set('lock', { holder: 'gone', until: START + LEASE_MS });
    clock.time = START + later;
    expect(await withLease(second, 'lock', async () => {})).toBe(true);
    expect(kept.size).toBe(0);
  });

  it('work that fails gives it back', async () => {
    const { kept, first } = browserOf(['a', 'b']);
    const failing = withLease(first, 'lock', async () => {
      throw new Error('no line');
    });
    await expect(failing).rejects.toThrow('no line');
    expect(kept.size).toBe(0);
  });
});
