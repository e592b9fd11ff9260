import type { PlaceChoice } from '../../../components/sync/place-form';
import type { Campaign } from '../../../lib/model/campaign';
import { sitePattern } from '../../../lib/model/site';
import { forgetSharing, type SharingPlace, type SharingSettings } from '../../../lib/tasks/sharing/sharing-settings';
import type { SharingStore } from '../../../lib/tasks/sharing/sharing-store';
import { changePassphrase, switchOn, tellPassphrase } from '../../../lib/tasks/sharing/switch-sharing';
import { askForFolder, forgetFolder, openFolder } from './folder-handle';
import { askForHost, giveBackHost } from './host-access';
import { openPlace, serverTarget } from './open-place';
import { forgetPassword, keepPassword } from './passwords';
import { serverSites } from './server-sites';

interface Server {
  address: string;
  user: string;
  password: string;
}

/** To be called right from a click. Asks for the server alone; with `look` also whether it answers as it should. */
export async function testServer({ address, user, password }: Server, look: boolean): Promise<boolean> {
  await askForHost(address);
  if (look) await serverTarget({ address, user }, password).list('');
  return true;
}

/** The password goes to the extension's storage, everything else to the database. */
export async function startSharing(
  store: SharingStore,
  campaign: Campaign,
  choice: PlaceChoice,
  passphrase: string,
): Promise<void> {
  if (choice.way === 'webdav') {
    const { way, user, password } = choice;
    const place = { way, address: choice.address.trim(), user };
    await switchOn(store, campaign, { place, target: serverTarget(place, password), passphrase });
    await keepPassword(campaign.id, password);
    return;
  }
  const place = { way: choice.way, id: choice.id, name: choice.name };
  await switchOn(store, campaign, { place, target: await openPlace(store, campaign.id, place), passphrase });
}

/** What was exchanged stays on both sides; password, folder and the browser's leave are given back. */
export async function stopSharing(store: SharingStore, campaign: string, { place }: SharingSettings): Promise<void> {
  await forgetSharing(store, campaign);
  await forgetPassword(campaign);
  if (place.way === 'folder') await forgetFolder(store, campaign, place.id);
  // Another campaign may be shared on the same server, and needs the browser's leave as before.
  else if (!(await serverSites(store)).has(sitePattern(place.address) ?? '')) await giveBackHost(place.address);
}

/** To be called right from a click: the browser's leave, which it forgets at each start. */
export async function reopenPlace(store: SharingStore, campaign: string, place: SharingPlace): Promise<void> {
  if (place.way === 'webdav') return askForHost(place.address);
  await askForFolder(await openFolder(store, campaign, place.id));
}

export async function openWithPassphrase(
  store: SharingStore,
  campaign: Campaign,
  place: SharingPlace,
  passphrase: string,
): Promise<void> {
  await tellPassphrase(store, campaign, await openPlace(store, campaign.id, place), passphrase);
}

export async function takeNewPassphrase(
  store: SharingStore,
  campaign: Campaign,
  place: SharingPlace,
  passphrase: string,
): Promise<void> {
  await changePassphrase(store, campaign, await openPlace(store, campaign.id, place), passphrase);
}
