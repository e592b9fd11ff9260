import type { Campaign } from '../../../../lib/model/campaign';
import { currentValue, fieldKey } from '../../../../lib/model/field-state';
import type { Store } from '../../../../lib/store/open-store';
import { findProjects } from '../../../../lib/sync/find-projects';
import type { Target } from '../../../../lib/sync/target';
import { joinCampaign } from '../../../../lib/tasks/sharing/join-campaign';
import type { SharingPlace } from '../../../../lib/tasks/sharing/sharing-settings';
import { type SyncOutcome, syncCampaign } from '../../../../lib/tasks/sharing/sync-campaign';
import { item, newProfile, openTab, parkCampaign } from '../../store/test-store';

export const PLACE: SharingPlace = { way: 'folder', id: 'shared', name: '共享盘' };

/** One PC of a person: its store and the campaign in it. */
export interface Pc {
  store: Store;
  id: string;
  write(code: string, value: string | null): Promise<void>;
  text(code: string): Promise<unknown>;
  sync(target: Target, wish?: { takeAll?: boolean; refill?: boolean; place?: SharingPlace }): Promise<SyncOutcome>;
}

export async function firstPc(actor: string): Promise<Pc> {
  const store = await openTab(newProfile());
  const { id } = await store.campaigns.create({ ...parkCampaign, progress: { indicators: 15, filled: 0 } });
  return pcOf(store, id, actor);
}

export async function joinedPc(actor: string, target: Target, passphrase: string | null = null): Promise<Pc> {
  const store = await openTab(newProfile());
  const [project] = await findProjects(target);
  const { id } = await joinCampaign({ store, target, project: project!, passphrase, now: Date.now });
  await store.campaigns.change(id, { progress: { indicators: 15, filled: 0 } });
  return pcOf(store, id, actor);
}

export function pcOf(store: Store, id: string, actor: string): Pc {
  const journal = store.journal(id);
  const completion = (code: string) => ({ entity: item(code), field: 'completion' });
  return {
    store,
    id,
    async write(code, value) {
      await journal.apply([{ ...completion(code), value }], { actor });
    },
    async text(code) {
      const { entity, field } = completion(code);
      return currentValue((await journal.state()).get(fieldKey(entity, field)));
    },
    async sync(target, wish = {}) {
      const campaign: Campaign = (await store.campaigns.get(id))!;
      const about = { store, campaign, place: PLACE, actor, pc: `${actor}的电脑`, from: '共享盘', now: Date.now };
      return syncCampaign({ ...about, open: async () => target, ...wish });
    },
  };
}
