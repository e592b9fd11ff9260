import { AppError } from '../../model/app-error';
import type { Campaign } from '../../model/campaign';
import { randomId } from '../../model/random-id';
import { findProjects } from '../../sync/find-projects';
import { openProjectKeys } from '../../sync/project-key';
import type { SyncReport } from '../../sync/sync-report';
import { synchronise } from '../../sync/synchronise';
import type { Target } from '../../sync/target';
import { newPackage, openPackage, type Readable, zipPackage } from '../../sync/targets/package';
import { shareFacts } from './campaign-facts';
import { campaignSyncStore, keepKeys } from './campaign-sync-store';
import { joinCampaign } from './join-campaign';
import { type HeldMerge, lookFirst } from './merge-size';
import type { SharingStore } from './sharing-store';

interface Packing {
  store: SharingStore;
  campaign: Campaign;
  actor: string;
  pc: string;
  now: () => number;
  /** For people who have no extension, such as 进度.xlsx. Left out of encrypted packages by the caller. */
  readable: readonly Readable[];
}

/** Everything of the campaign in one .zip that can be carried by hand. */
export async function makePackage({ store, campaign, actor, pc, now, readable }: Packing): Promise<Uint8Array> {
  await shareFacts(store, campaign, pc);
  const target = newPackage();
  const syncStore = campaignSyncStore(store, campaign, { note: null, isOnce: true });
  const about = { project: campaign.id, actor, target, remote: 'package', store: syncStore, now };
  await synchronise({ ...about, direction: 'give', isFull: true });
  return zipPackage(target, readable);
}

interface Taking {
  store: SharingStore;
  bytes: Uint8Array;
  fileName: string;
  actor: string;
  passphrase: string | null;
  now: () => number;
  /** Takes also what changes much of the table: a person has looked at it. */
  takeAll?: boolean;
  /** Takes in this campaign alone; throws where the package is of others. */
  only?: string;
}

export interface TakenPackage {
  campaign: Campaign;
  /** null: the campaign was not here and is now. */
  report: SyncReport | null;
  held: HeldMerge | null;
}

/** Takes in a package: into its campaign where that is here, else as a campaign to join. Twice, late or out of order: no matter. */
export async function takePackage(taking: Taking): Promise<TakenPackage[]> {
  const { store, bytes, fileName, passphrase, now } = taking;
  const target = openPackage(bytes, fileName);
  const taken: TakenPackage[] = [];
  const projects = await findProjects(target);
  if (taking.only !== undefined && !projects.includes(taking.only)) {
    throw new AppError('sync-other-project', { file: fileName });
  }
  for (const project of projects) {
    if (taking.only !== undefined && project !== taking.only) continue;
    const campaign = await store.campaigns.get(project);
    if (campaign) taken.push(await mergePackage(taking, target, campaign));
    else {
      const joined = await joinCampaign({ store, target, project, passphrase, now });
      taken.push({ campaign: joined, report: null, held: null });
    }
  }
  if (taken.length === 0) throw new AppError('sync-not-a-package', { file: fileName });
  return taken;
}

/** The keys that lie in a package, where the passphrase opens them. */
export async function openPackageKeys(
  store: SharingStore,
  campaign: Campaign,
  { bytes, fileName, passphrase }: { bytes: Uint8Array; fileName: string; passphrase: string },
): Promise<void> {
  await keepKeys(store, campaign.id, await openProjectKeys(openPackage(bytes, fileName), campaign.id, passphrase));
}

async function mergePackage(
  { store, fileName, actor, now, takeAll }: Taking,
  target: Target,
  campaign: Campaign,
): Promise<TakenPackage> {
  const looking = lookFirst(store, campaign, takeAll ?? false);
  const report = await synchronise({
    project: campaign.id,
    actor,
    target,
    remote: 'package',
    store: campaignSyncStore(store, campaign, { note: { group: randomId(8), from: fileName }, isOnce: true }),
    now,
    direction: 'take',
    isFull: true,
    accept: looking.accept,
  });
  return { campaign, report, held: looking.held };
}
