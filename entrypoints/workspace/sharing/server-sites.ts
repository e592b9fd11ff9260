import { sitePattern } from '../../../lib/model/site';
import { readSharing } from '../../../lib/tasks/sharing/sharing-settings';
import type { SharingStore } from '../../../lib/tasks/sharing/sharing-store';

/** The sites of all servers that campaigns are synced with, as browsers grant them. */
export async function serverSites(store: SharingStore): Promise<ReadonlySet<string>> {
  const campaigns = await store.campaigns.list();
  const all = await Promise.all(campaigns.map(({ id }) => readSharing(store, id)));
  return new Set(
    all.flatMap(settings => (settings?.place.way === 'webdav' ? (sitePattern(settings.place.address) ?? []) : [])),
  );
}
