import { AppError } from '../../model/app-error';
import { checkStopped } from '../check-stopped';
import type { Listed, Target, TargetCall } from '../target';
import type { FileHandle, FolderHandle } from './folder-handle';

/** Files whose sizes are asked for side by side: a shared drive answers each only after a while. */
const AT_ONCE = 16;

/** A folder the person chose: shared drive, USB stick, a folder that some other program synchronises. */
export function folderTarget(root: FolderHandle): Target {
  /** null where the folder, or one above it, is not there. */
  async function find(folder: string): Promise<FolderHandle | null> {
    let handle = root;
    try {
      for (const name of parts(folder)) handle = await handle.getDirectoryHandle(name);
      return handle;
    } catch (thrown) {
      if (!isMissing(thrown)) throw thrown;
      // A root that is gone looks the same as a folder that was never made.
      for await (const _ of root.values()) break;
      return null;
    }
  }

  return {
    kind: 'folder',
    list: (folder, call) =>
      inWords(call, async () => {
        const handle = await find(folder);
        return handle ? listFolder(handle, call) : [];
      }),
    get: (path, call) =>
      inWords(call, async () => {
        const { folder, name } = split(path);
        const handle = await find(folder);
        if (!handle) return null;
        try {
          const file = await handle.getFileHandle(name);
          return new Uint8Array(await (await file.getFile()).arrayBuffer());
        } catch (thrown) {
          if (isMissing(thrown)) return null;
          throw thrown;
        }
      }),
    put: (path, bytes, call) =>
      inWords(call, async () => {
        const { folder, name } = split(path);
        let handle = root;
        for (const part of parts(folder)) handle = await handle.getDirectoryHandle(part, { create: true });
        await write(await handle.getFileHandle(name, { create: true }), bytes);
      }),
    remove: (path, call) =>
      inWords(call, async () => {
        const { folder, name } = split(path);
        const handle = await find(folder);
        try {
          await handle?.removeEntry(name);
        } catch (thrown) {
          if (!isMissing(thrown)) throw thrown;
        }
      }),
  };
}

async function listFolder(folder: FolderHandle, call: TargetCall | undefined): Promise<Listed[]> {
  const entries: (FolderHandle | FileHandle)[] = [];
  for await (const entry of folder.values()) entries.push(entry);
  const listed: Listed[] = [];
  for (let start = 0; start < entries.length; start += AT_ONCE) {
    checkStopped(call?.signal);
    listed.push(...(await Promise.all(entries.slice(start, start + AT_ONCE).map(describe))).flatMap(one => one ?? []));
  }
  return listed;
}

/** null for a file that went while we looked. */
async function describe(entry: FolderHandle | FileHandle): Promise<Listed | null> {
  if (entry.kind === 'directory') return { name: entry.name, isFolder: true, size: null };
  try {
    return { name: entry.name, isFolder: false, size: (await entry.getFile()).size };
  } catch (thrown) {
    if (isMissing(thrown)) return null;
    throw thrown;
  }
}

/** The browser writes beside the file and swaps on closing, so nobody sees half of it through a local drive. */
async function write(file: FileHandle, bytes: Uint8Array): Promise<void> {
  const writer = await file.createWritable();
  try {
    await writer.write(bytes as Uint8Array<ArrayBuffer>);
  } catch (thrown) {
    await writer.abort();
    throw thrown;
  }
  await writer.close();
}

async function inWords<T>(call: TargetCall | undefined, work: () => Promise<T>): Promise<T> {
  checkStopped(call?.signal);
  try {
    return await work();
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : folderError(thrown);
  }
}

function folderError(cause: unknown): AppError {
  const name = nameOf(cause);
  if (name === 'NotAllowedError' || name === 'SecurityError')
    return new AppError('sync-folder-permission', {}, { cause });
  if (name === 'NotFoundError') return new AppError('sync-folder-gone', {}, { cause });
  if (name === 'QuotaExceededError') return new AppError('sync-target-full', {}, { cause });
  const reason = cause instanceof Error ? cause.message : String(cause);
  return new AppError('sync-folder-trouble', { reason }, { cause });
}

const isMissing = (thrown: unknown): boolean => nameOf(thrown) === 'NotFoundError';
const nameOf = (thrown: unknown): string => (thrown instanceof Error ? thrown.name : '');
const parts = (folder: string): string[] => folder.split('/').filter(part => part !== '');

function split(path: string): { folder: string; name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, slash)), name: path.slice(slash + 1) };
}
