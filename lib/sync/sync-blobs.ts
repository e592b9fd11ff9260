import { blobHeader } from './blob-header';
import { AES_GCM, decrypt, encrypt, hiddenName, NO_CIPHER } from './cipher';
import { BLOB_MAGIC, encodeHeader, joinContainer, splitContainer } from './container';
import { folderOf, type View } from './look';
import { blobPath } from './names';
import type { ProjectKey } from './project-key';
import { mark, type SyncRun, step } from './sync-run';
import type { Listed } from './target';

/** Puts there the files that records name and that it lacks. Before the records, so that nobody reads of what cannot be had. */
export async function writeBlobs(run: SyncRun, view: View): Promise<void> {
  const { store, now } = run.options;
  const isDue = view.isFull && run.rules.areBlobsDue(run.state.blobsAt, now());
  const isNew = view.isFull && view.files.size === 0;
  const held = (await store.blobs()).filter(({ isHeld }) => isHeld);
  const [key] = run.keys;
  const listings = new Map<string, Listed[]>();
  for (const [done, { sha }] of held.entries()) {
    const path = await pathOf(sha, key);
    if (!isDue && run.marks.get(path)?.state === 'here') continue;
    step(run, { step: 'push', done, total: held.length });
    const content = await store.blob(sha);
    if (content === null) continue;
    const bytes = await encode(run.options.project, content, key);
    const folder = folderOf(path);
    if (!isNew && !listings.has(folder)) listings.set(folder, await run.target.list(folder));
    const listed = listings.get(folder)?.find(({ name }) => path === `${folder}/${name}`);
    if (!listed || (listed.size !== null && listed.size !== bytes.length)) {
      await run.target.put(path, bytes, { whole: true });
      run.report.pushed++;
    }
    await mark(run, [{ name: path, state: 'here', size: bytes.length }]);
  }
  if (isDue) run.state = { ...run.state, blobsAt: now() };
}

/** Fetches the files that records name and that are not here. One that is not there yet is asked for again in an hour. */
export async function readBlobs(run: SyncRun): Promise<void> {
  const { store, isFull, now } = run.options;
  const wanted = (await store.blobs()).filter(({ isHeld }) => !isHeld);
  for (const [done, { sha }] of wanted.entries()) {
    step(run, { step: 'pull', done, total: wanted.length });
    let isFound = false;
    for (const key of [...run.keys, undefined]) {
      const path = await pathOf(sha, key);
      const known = run.marks.get(path);
      const isAwaited =
        known?.state === 'torn' && !run.rules.isToRead({ name: '', isFolder: false, size: null }, known, now());
      if (isFound || (isAwaited && !isFull)) continue;
      const bytes = await run.target.get(path);
      const content = bytes && (await decode(bytes, run.keys));
      isFound = content !== null && (await run.packing.hash(content)) === sha;
      if (content && isFound) await store.keepBlob(content);
      await mark(run, [
        { name: path, state: isFound ? 'here' : 'torn', size: isFound ? (bytes?.length ?? null) : null },
      ]);
    }
    if (!isFound) run.report.blobsMissing++;
  }
}

const pathOf = async (sha: string, key: ProjectKey | undefined): Promise<string> =>
  blobPath(key ? await hiddenName(key, sha) : sha);

async function encode(project: string, content: Uint8Array, key: ProjectKey | undefined): Promise<Uint8Array> {
  const header = encodeHeader({ v: 1, project, ...(key ? { cipher: AES_GCM, key: key.id } : { cipher: NO_CIPHER }) });
  return joinContainer(BLOB_MAGIC, header, key ? await encrypt(key, header, content) : content);
}

/** null: torn, of another version, or of a key that is not known here. */
async function decode(bytes: Uint8Array, keys: readonly ProjectKey[]): Promise<Uint8Array | null> {
  const container = splitContainer(BLOB_MAGIC, bytes);
  const header = blobHeader.safeParse(container?.header);
  if (!container || !header.success) return null;
  if (header.data.cipher === NO_CIPHER) return container.body;
  const key = keys.find(({ id }) => id === header.data.key);
  return key && header.data.cipher === AES_GCM ? decrypt(key, container.headerBytes, container.body) : null;
}
