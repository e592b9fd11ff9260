import type { Campaign } from '../../model/campaign';
import { openProjectKeys } from '../../sync/project-key';
import type { Target } from '../../sync/target';
import { keepAnswers } from './campaign-facts';
import { campaignSyncStore, keepKeys } from './campaign-sync-store';
import { readProject } from './read-project';
import type { SharingStore } from './sharing-store';

interface Joining {
  store: SharingStore;
  target: Target;
  /** The campaign's id, as `findProjects` tells it. */
  project: string;
  passphrase: string | null;
  now: () => number;
  signal?: AbortSignal;
}

/**
 * Brings a campaign that was begun on another PC here. Everything is read and checked first, so that a campaign is either
 * here with its workbook or not at all. Throws `sync-needs-passphrase` where it is encrypted.
 */
export async function joinCampaign({ store, target, project, passphrase, now, signal }: Joining): Promise<Campaign> {
  const keys = passphrase === null ? [] : await openProjectKeys(target, project, passphrase);
  const read = await readProject({ target, project, keys, now, ...(signal ? { signal } : {}) });
  const time = now();
  const campaign: Campaign = {
    ...read.facts,
    id: project,
    progress: { indicators: 0, filled: 0 },
    createdAt: time,
    updatedAt: time,
  };
  await store.blobs.put(read.workbook);
  await store.join(campaign);
  if (keys.length > 0) await keepKeys(store, project, keys);
  await campaignSyncStore(store, campaign, { note: null }).keepPulled(read.segments, read.records);
  await keepAnswers(store, project, read.answers);
  return (await store.campaigns.get(project)) ?? campaign;
}
