import { AppError, toAppError } from '../../model/app-error';
import type { Campaign } from '../../model/campaign';
import {
  createProjectKey,
  generationOf,
  listKeyFiles,
  openProjectKeys,
  opensWith,
  type ProjectKey,
} from '../../sync/project-key';
import type { Target } from '../../sync/target';
import { keepKeys, readKeys } from './campaign-sync-store';
import { keepSharing, keepStatus, NOT_YET, type SharingPlace } from './sharing-settings';
import type { SharingStore } from './sharing-store';

/**
 * Switches sharing on. With a passphrase the campaign's keys there are opened with it, or where there are none one is made;
 * throws where it opens none of those that are there, or is another than the campaign has here already
 * (`sync-other-passphrase`).
 */
export async function switchOn(
  store: SharingStore,
  campaign: Campaign,
  { place, target, passphrase }: { place: SharingPlace; target: Target; passphrase: string },
): Promise<void> {
  // Asked first: an address that is wrong, or a folder that cannot be read, is said before anything is kept.
  await target.list('');
  if (passphrase !== '') await keepKeys(store, campaign.id, await keysFor(store, campaign.id, target, passphrase));
  await keepStatus(store, campaign.id, NOT_YET);
  await keepSharing(store, campaign.id, { place, isOn: true });
}

/** The passphrase that colleagues have set, told later, or the one that they have changed it to. */
export async function tellPassphrase(
  store: SharingStore,
  campaign: Campaign,
  target: Target,
  passphrase: string,
): Promise<void> {
  await keepKeys(store, campaign.id, await openProjectKeys(target, campaign.id, passphrase));
}

/**
 * Sets a passphrase, or another one. Nobody has to know the old one: from the next sync on everything is encrypted for the new
 * one, what is there already included, and colleagues are asked for it. Throws where a colleague has changed it first
 * (`sync-passphrase-changed`), and where it is the present one (`sync-same-passphrase`).
 */
export async function changePassphrase(
  store: SharingStore,
  campaign: Campaign,
  target: Target,
  passphrase: string,
): Promise<void> {
  const known = await readKeys(store, campaign.id);
  const [present] = known;
  if (present && (await opensWith(present, campaign.id, passphrase))) throw new AppError('sync-same-passphrase');
  const there = (await listKeyFiles(target, campaign.id)).map(file => generationOf(file) ?? 0);
  const newest = Math.max(0, ...there);
  if (newest > (present?.generation ?? 0)) {
    throw new AppError(present ? 'sync-passphrase-changed' : 'sync-needs-passphrase');
  }
  const next = await createProjectKey(campaign.id, passphrase, (present?.generation ?? 0) + 1);
  await keepKeys(store, campaign.id, [next]);
}

async function keysFor(
  store: SharingStore,
  campaign: string,
  target: Target,
  passphrase: string,
): Promise<readonly ProjectKey[]> {
  try {
    return await openProjectKeys(target, campaign, passphrase);
  } catch (thrown) {
    if (toAppError(thrown).code !== 'sync-no-key') throw thrown;
  }
  const [present] = await readKeys(store, campaign);
  if (!present) return [await createProjectKey(campaign, passphrase)];
  if (await opensWith(present, campaign, passphrase)) return [present];
  // To take another in silence would leave the colleagues of before with a passphrase that opens nothing.
  throw new AppError('sync-other-passphrase');
}
