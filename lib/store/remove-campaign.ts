import { campaignSchema } from '../model/campaign';
import { requireCampaign } from './campaigns';
import { fieldsOf } from './field-range';
import { logTables } from './log-tables';
import { readStored } from './records';
import type { Session } from './session';

/** All of a campaign, and its workbook where no other campaign uses the same. */
export function removeCampaign(session: Session, id: string): Promise<void> {
  const { db } = session;
  const tables = [...logTables(session), db.remotes, db.seen, db.settings, db.blobs];
  return session.write(tables, async () => {
    const { workbookSha } = await requireCampaign(session, id);
    await db.campaigns.delete(id);
    for (const table of [db.tail, db.blocks, db.merges]) await table.where('campaign').equals(id).delete();
    await db.cells
      .where('[campaign+entity+field]')
      .between(...fieldsOf(id))
      .delete();
    await db.meta.bulkDelete([
      [id, 'journal'],
      [id, 'state'],
    ]);
    await db.segments.where('[campaign+name]').between([id, ''], [id, []]).delete();
    await db.remotes.where('[campaign+id]').between([id, ''], [id, []]).delete();
    await db.seen.where('[campaign+remote+name]').between([id, '', ''], [id, []]).delete();
    await db.settings.where('[campaign+key]').between([id, ''], [id, []]).delete();
    const others = (await db.campaigns.toArray()).map(record => readStored(campaignSchema, record, 'campaigns'));
    if (!others.some(other => other.workbookSha === workbookSha)) await db.blobs.delete(workbookSha);
  });
}
