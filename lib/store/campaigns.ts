import { FOLD_VERSION } from '../journal/fold';
import { START } from '../journal/hlc';
import { AppError } from '../model/app-error';
import { type Campaign, type Campaigns, campaignSchema } from '../model/campaign';
import { randomId } from '../model/random-id';
import { sha256Hex } from '../model/sha256';
import { keepBlob } from './blobs';
import { fieldsOf } from './field-range';
import { readStored } from './records';
import { type Session, watchQuery } from './session';

export function openCampaigns(session: Session, backupOf: (id: string) => Promise<Blob>): Campaigns {
  const { db, now, run, write } = session;

  async function list(): Promise<Campaign[]> {
    const stored = await db.campaigns.toArray();
    const campaigns = stored.map(record => readStored(campaignSchema, record, 'campaigns'));
    return campaigns.sort((a, b) => b.updatedAt - a.updatedAt || (a.id < b.id ? -1 : 1));
  }

  return {
    list: () => run(list),

    async get(id) {
      const stored = await run(() => db.campaigns.get(id));
      return stored === undefined ? null : readStored(campaignSchema, stored, 'campaigns');
    },

    async create({ bytes, progress = { indicators: 0, filled: 0 }, ...described }) {
      const sha = await sha256Hex(bytes);
      const time = now();
      const campaign = campaignSchema.parse({
        ...described,
        id: randomId(),
        workbookSha: sha,
        progress,
        createdAt: time,
        updatedAt: time,
      });
      await write([db.campaigns, db.meta, db.blobs], async () => {
        await keepBlob(db, sha, bytes);
        await db.campaigns.add(campaign);
        await db.meta.add({ campaign: campaign.id, key: 'journal', clock: START, foldVersion: FOLD_VERSION, ops: 0 });
      });
      return campaign;
    },

    change: (id, change) =>
      write([db.campaigns], async () => {
        const campaign = campaignSchema.parse({ ...(await requireCampaign(session, id)), ...change });
        await db.campaigns.put(campaign);
        return campaign;
      }),

    async remove(id) {
      const backup = await backupOf(id);
      await write([db.campaigns, db.meta, db.tail, db.cells, db.settings, db.blobs], async () => {
        const { workbookSha } = await requireCampaign(session, id);
        await db.campaigns.delete(id);
        await db.tail.where('campaign').equals(id).delete();
        await db.cells
          .where('[campaign+entity+field]')
          .between(...fieldsOf(id))
          .delete();
        await db.meta.delete([id, 'journal']);
        await db.settings.where('[campaign+key]').between([id, ''], [id, []]).delete();
        if (!(await list()).some(other => other.workbookSha === workbookSha)) await db.blobs.delete(workbookSha);
      });
      return backup;
    },

    watch(callback, { signal }) {
      watchQuery(session, list, callback, signal);
    },
  };
}

export async function requireCampaign({ db }: Session, id: string): Promise<Campaign> {
  const stored = await db.campaigns.get(id);
  if (stored === undefined) throw new AppError('campaign-gone', { campaign: id });
  return readStored(campaignSchema, stored, 'campaigns');
}
