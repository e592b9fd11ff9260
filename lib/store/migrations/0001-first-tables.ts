import type { Migration } from './migration';

/**
 * Every record but blobs carries the campaign it belongs to; '' stands for the whole store. The log keeps ops verbatim
 * under `op`, so that kinds of newer versions pass through, and its indexes read from there.
 */
export const firstTables: Migration = {
  version: 1,
  stores: {
    meta: '[campaign+key]',
    campaigns: 'id',
    tail: '++n, campaign, &[campaign+op.id], [campaign+op.entity+op.field], [campaign+op.replica+op.actor]',
    cells: '[campaign+entity+field]',
    blobs: 'sha',
    answers: 'shape',
    settings: '[campaign+key]',
  },
};
