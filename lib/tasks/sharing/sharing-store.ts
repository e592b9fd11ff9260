import type { Store } from '../../store/open-store';

/** What sharing asks of the store. */
export type SharingStore = Pick<
  Store,
  | 'campaigns'
  | 'blobs'
  | 'answers'
  | 'settings'
  | 'journal'
  | 'segments'
  | 'merges'
  | 'remotes'
  | 'replica'
  | 'renameReplica'
  | 'join'
>;
