import { AppError } from '../../lib/model/app-error';
import { bundledGuidance } from './bundled-guidance';
import { CampaignSession } from './campaign-session';
import { rememberedAnswers } from './import-draft';
import type { Services } from './services';
import { bridgeLeaving } from './unsaved-changes';

/** From the campaign's id to all that its pages need: bytes from the store, cells and tables from the worker, answers from the journal. */
export async function openSession(
  id: string,
  { store, workbooks }: Pick<Services, 'store' | 'workbooks'>,
  actor: () => string,
  signal: AbortSignal,
): Promise<CampaignSession> {
  const campaign = await store.campaigns.get(id);
  if (!campaign) throw new AppError('campaign-unknown', { campaign: id });
  const bytes = await store.blobs.get(campaign.workbookSha);
  if (!bytes) throw new AppError('workbook-missing', { name: campaign.fileName });
  const answers = await rememberedAnswers(store);
  const workbook = await workbooks.ask({ do: 'workspace:worker:open', bytes, answers }, signal);
  if (signal.aborted) throw new AppError('stopped');
  const session = new CampaignSession(campaign, bytes, workbook, store.journal(id), actor, signal);
  bridgeLeaving(id, session.filling, signal);
  bundledGuidance(workbook.recognition.tables, workbooks, signal).then(
    found => {
      if (found.size > 0 && !signal.aborted) session.hints.advise(found);
    },
    () => {
      // Advice is a help, not the work: without it all else goes on.
    },
  );
  return session;
}
