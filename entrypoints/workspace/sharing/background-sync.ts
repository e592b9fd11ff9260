import { browser } from 'wxt/browser';
import * as z from 'zod';
import { openStore, type Store } from '../../../lib/store/open-store';
import { readSharing } from '../../../lib/tasks/sharing/sharing-settings';
import { syncCampaign } from '../../../lib/tasks/sharing/sync-campaign';
import { actorName, readPcName, readWho } from '../preferences';
import { ifFree } from './exclusive';
import { openPlace } from './open-place';

const ALARM = 'pingan-fill-sync';
const EVERY_MINUTES = 10;

/**
 * Campaigns that are shared over WebDAV are kept up to date without any page open: at the browser's start and by an alarm.
 * Shared folders are not: browsers let only a page that is seen read them.
 */
export function registerBackgroundSync(): void {
  z.config({ jitless: true });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) void syncAll();
  });
  browser.runtime.onStartup.addListener(() => void syncAll());
  void browser.alarms.get(ALARM).then(alarm => {
    if (!alarm) void browser.alarms.create(ALARM, { periodInMinutes: EVERY_MINUTES });
  });
}

async function syncAll(): Promise<void> {
  const store = await openStore();
  try {
    for (const { id } of await store.campaigns.list()) await ifFree(id, () => syncOne(store, id));
  } finally {
    store.close();
  }
}

/** What fails is in the status, which the page shows; the next alarm tries again. */
async function syncOne(store: Store, id: string): Promise<void> {
  const [settings, campaign] = [await readSharing(store, id), await store.campaigns.get(id)];
  if (!settings?.isOn || settings.place.way !== 'webdav' || !campaign) return;
  const actor = actorName(await readWho(store));
  const { place } = settings;
  await syncCampaign({
    store,
    campaign,
    place,
    open: () => openPlace(store, id, place),
    actor,
    pc: await readPcName(store, actor),
    from: place.address,
    now: Date.now,
  }).catch(() => undefined);
}
