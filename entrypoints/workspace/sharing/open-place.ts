import { AppError } from '../../../lib/model/app-error';
import type { Target } from '../../../lib/sync/target';
import { folderTarget } from '../../../lib/sync/targets/folder';
import { requestBudget } from '../../../lib/sync/targets/request-budget';
import { webdavTarget } from '../../../lib/sync/targets/webdav';
import type { SharingPlace } from '../../../lib/tasks/sharing/sharing-settings';
import type { SharingStore } from '../../../lib/tasks/sharing/sharing-store';
import { isFolderOpen, openFolder } from './folder-handle';
import { hasHostAccess } from './host-access';
import { readPassword } from './passwords';

/** One budget for all: most units have one account for everything. */
const budget = requestBudget({ now: Date.now });

/** The place as a target. Throws in words where the browser's leave or the password is missing. */
export async function openPlace(store: SharingStore, campaign: string, place: SharingPlace): Promise<Target> {
  if (place.way === 'folder') {
    const handle = await openFolder(store, campaign, place.id);
    if (!(await isFolderOpen(handle))) throw new AppError('sync-folder-permission');
    return folderTarget(handle);
  }
  if (!(await hasHostAccess(place.address))) {
    throw new AppError('sharing-needs-host', { host: new URL(place.address).host });
  }
  return serverTarget(place, (await readPassword(campaign)) ?? '');
}

export const serverTarget = ({ address, user }: { address: string; user: string }, password: string): Target =>
  webdavTarget({ address, user, password, budget, fetch: (...call) => fetch(...call), now: Date.now });
