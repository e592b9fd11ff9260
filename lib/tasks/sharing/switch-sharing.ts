import { toAppError } from '../../model/app-error';
import type { Campaign } from '../../model/campaign';
import { createProjectKey, openProjectKeys, type ProjectKey } from '../../sync/project-key';
import type { Target } from '../../sync/target';
import { keepKeys, readKeys } from './campaign-sync-store';
import { keepSharing, keepStatus, NOT_YET, type SharingPlace } from './sharing-settings';
import type { SharingStore } from './sharing-store';

/**
 * Switches sharing on. With a passphrase the campaign's keys there are opened with it, or where there are none one is made;
 * throws where it opens none of those that are there.
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

/** The passphrase that colleagues have set, told later. */
export async function tellPassphrase(
  store: SharingStore,
  campaign: Campaign,
  target: Target,
  passphrase: string,
): Promise<void> {
  await keepKeys(store, campaign.id, await openProjectKeys(target, campaign.id, passphrase));
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
  const known = await readKeys(store, campaign);
  return known.length > 0 ? known : [await createProjectKey(campaign, passphrase)];
}
