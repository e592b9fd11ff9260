import type { Migration } from './migration';

/**
 * What exchanging with other PCs needs. `blocks`: parts of the log that never change, packed. `segments`: the files of the
 * log as they travel. A merge remembers what stood before, so that it can be undone as one. `remotes` and `seen`: what is
 * known of each place of exchange.
 */
export const exchange: Migration = {
  version: 2,
  stores: {
    blocks: '++n, campaign',
    segments: '[campaign+name]',
    merges: '++n, campaign',
    remotes: '[campaign+id]',
    seen: '[campaign+remote+name]',
  },
};
