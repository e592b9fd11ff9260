import { beforeEach, describe, expect, it, vi } from 'vitest';
import { inject, injectOnClick } from '../../../entrypoints/background/inject';

/** What the browser answers, one a try; after the last it lets us. */
let refusals: string[] = [];
let tries = 0;

vi.mock('wxt/browser', () => ({
  browser: {
    scripting: {
      executeScript: async () => {
        tries++;
        const refusal = refusals.shift();
        if (refusal !== undefined) throw new Error(refusal);
      },
    },
  },
}));

const NOT_YET =
  'Cannot access contents of the page. Extension manifest must request permission to access the respective host.';

describe('the script for a page', () => {
  beforeEach(() => {
    [refusals, tries] = [[], 0];
  });

  it('comes though the access that a click gives comes later than the click', async () => {
    refusals = [NOT_YET, NOT_YET];
    await injectOnClick(7);
    expect(tries).toBe(3);
  });

  it('is not put there twice', async () => {
    await injectOnClick(7);
    expect(tries).toBe(1);
  });

  it('stays away from a page that no extension reaches, without a failure', async () => {
    refusals = new Array(9).fill('This page cannot be scripted due to an ExtensionsSettings policy.');
    await injectOnClick(7);
    expect(tries).toBe(4);
  });

  it('tries a granted site once: the others wait', async () => {
    refusals = [NOT_YET];
    expect(await inject(7)).toBe(false);
    expect(tries).toBe(1);
  });
});
