import { AppError } from '../model/app-error';
import { type Campaign, type Campaigns, campaignSchema } from '../model/campaign';
import { randomId } from '../model/random-id';
import { sha256Hex } from '../model/sha256';
import { keepBlob } from './blobs';
import { newJournal } from './log-tables';
import { readStored } from './records';
import { type Session, watchQuery } from './session';

export function openCampaigns(
  session: Session,
  backupOf: (id: string) => Promise<Blob>,
  removing: (id: string) => Promise<void>,
): Campaigns {
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
        await db.meta.add(newJournal(campaign.id));
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
      await removing(id);
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

/** A campaign that was begun on another PC, under its own id and with an empty log. Nothing happens where it is here already. */
export function joinCampaign({ db, write }: Session, campaign: Campaign): Promise<void> {
  const parsed = campaignSchema.parse(campaign);
  return write([db.campaigns, db.meta], async () => {
    if ((await db.campaigns.get(campaign.id)) !== undefined) return;
    await db.campaigns.add(parsed);
    await db.meta.add(newJournal(campaign.id));
  });
}
