import type { Mark, RemoteState, SyncStore } from '../../sync/sync-store';

type RemoteParts = Pick<SyncStore, 'remote' | 'saveRemote' | 'marks' | 'mark' | 'unmark' | 'forgetRemote'>;

/** Nothing is remembered of a package: it is made or read once. */
export function remoteMemory(): RemoteParts {
  let state: RemoteState | null = null;
  const known = new Map<string, Mark>();
  return {
    remote: async () => state,
    async saveRemote(_, next) {
      state = next;
    },
    marks: async () => [...known.values()],
    async mark(_, marks) {
      for (const mark of marks) known.set(mark.name, mark);
    },
    async unmark(_, names) {
      for (const name of names) known.delete(name);
    },
    async forgetRemote() {
      state = null;
      known.clear();
    },
  };
}
