import { beforeEach, describe, expect, it, vi } from 'vitest';

const kept: Record<string, unknown> = {};
let origins: string[] = [];
let servers: string[] = [];

vi.mock('wxt/browser', () => ({
  browser: {
    storage: {
      local: {
        get: async (key: string) => ({ [key]: kept[key] }),
        set: async (values: Record<string, unknown>) => Object.assign(kept, values),
      },
    },
    permissions: { getAll: async () => ({ origins }) },
  },
}));
vi.mock('../../../lib/store/open-store', () => ({ openStore: async () => ({ close: () => {} }) }));
vi.mock('../../../entrypoints/workspace/sharing/server-sites', () => ({ serverSites: async () => new Set(servers) }));

const OA = 'https://oa.example.cn/*';
const DAV = 'https://dav.example.cn/*';

/** As after a start of the worker. */
async function allowed(): Promise<readonly string[]> {
  vi.resetModules();
  const { allowedSites } = await import('../../../entrypoints/background/allowed-sites');
  return allowedSites();
}

describe('sites with hints', () => {
  beforeEach(() => {
    for (const key of Object.keys(kept)) delete kept[key];
    [origins, servers] = [[], []];
  });

  it('are taken over from what was granted before there was a list, without the servers that campaigns are synced with', async () => {
    [origins, servers] = [[DAV, OA], [DAV]];
    expect(await allowed()).toEqual([OA]);
    expect(kept).toEqual({ 'page-sites': [OA] });
  });

  it('are no servers that are granted later, and none that the browser does not grant any more', async () => {
    expect(await allowed()).toEqual([]);
    origins = [DAV];
    expect(await allowed()).toEqual([]);
    kept['page-sites'] = [OA, DAV];
    expect(await allowed()).toEqual([DAV]);
  });
});
