import * as z from 'zod';
import { AppError } from '../../../lib/model/app-error';
import { randomId } from '../../../lib/model/random-id';
import type { FolderHandle } from '../../../lib/sync/targets/folder-handle';
import type { SharingStore } from '../../../lib/tasks/sharing/sharing-store';

/** Chromium's part of the File System Access API that TypeScript's library does not know. */
interface PickedFolder extends FolderHandle {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (options: { id: string; mode: 'readwrite' }) => Promise<PickedFolder>;

const handleShape = z.custom<PickedFolder>(
  value => typeof value === 'object' && value !== null && (value as { kind?: unknown }).kind === 'directory',
);
const placeOf = (id: string): string => `folder-handle ${id}`;

const picker = (): Picker | undefined => (window as { showDirectoryPicker?: Picker }).showDirectoryPicker;
export const canPickFolders = (): boolean => picker() !== undefined;

/** To be called right from a click. null when the person closed the picker. */
export async function pickHandle(): Promise<PickedFolder | null> {
  try {
    return await picker()!({ id: 'pingan-fill', mode: 'readwrite' });
  } catch (thrown) {
    if (thrown instanceof DOMException && thrown.name === 'AbortError') return null;
    throw new AppError('sync-folder-permission', {}, { cause: thrown });
  }
}

/** The handle is kept with the campaign on this PC; browsers tell no path. */
export async function keepFolder(
  store: SharingStore,
  campaign: string,
  handle: PickedFolder,
): Promise<{ id: string; name: string }> {
  const id = randomId(8);
  await store.remotes(campaign).put(placeOf(id), handle);
  return { id, name: handle.name };
}

export async function pickFolder(store: SharingStore, campaign: string): Promise<{ id: string; name: string } | null> {
  const handle = await pickHandle();
  return handle && keepFolder(store, campaign, handle);
}

export async function openFolder(store: SharingStore, campaign: string, id: string): Promise<PickedFolder> {
  const handle = await store.remotes(campaign).get(placeOf(id), handleShape);
  if (!handle) throw new AppError('sync-folder-gone');
  return handle;
}

/** Browsers ask again after each start; until a person has clicked, the folder cannot be read. */
export const isFolderOpen = async (handle: PickedFolder): Promise<boolean> =>
  (await handle.queryPermission({ mode: 'readwrite' })) === 'granted';

/** To be called right from a click. */
export async function askForFolder(handle: PickedFolder): Promise<void> {
  if ((await handle.requestPermission({ mode: 'readwrite' })) !== 'granted')
    throw new AppError('sync-folder-permission');
}

export const forgetFolder = (store: SharingStore, campaign: string, id: string): Promise<void> =>
  store.remotes(campaign).forget(placeOf(id));
