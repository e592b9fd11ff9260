import type { DraftedReading } from '../../lib/messages/workbook-messages';
import { AppError, toAppError } from '../../lib/model/app-error';
import type { Campaign } from '../../lib/model/campaign';
import type { JournalValue } from '../../lib/model/drafted-rows';
import type { RecognitionAnswers } from '../../lib/model/table';
import { CampaignFilling } from '../../lib/tasks/campaign-filling';
import { tableValues } from '../../lib/tasks/drafting/journal-values';
import { bundledGuidance } from './bundled-guidance';
import { CampaignSession } from './campaign-session';
import { rememberedAnswers } from './import-draft';
import type { Services } from './services';
import { bridgeLeaving } from './unsaved-changes';
import type { WorkbookClient } from './workbook-client';

/** A campaign for as long as its pages are shown. Its table may be read anew meanwhile: what is typed stays here. */
export interface OpenedCampaign {
  campaign: Campaign;
  /** The workbook as received. */
  received: Uint8Array;
  answers: RecognitionAnswers;
  filling: CampaignFilling;
  /** Aborted when the campaign is left. */
  signal: AbortSignal;
  /** As received, already being read: most campaigns have no drafted rows. */
  plain: Promise<DraftedReading> | null;
}

/** From the campaign's id to what its pages need: bytes from the store, answers from the journal. */
export async function openCampaign(
  id: string,
  { store, workbooks }: Pick<Services, 'store' | 'workbooks'>,
  actor: () => string,
  signal: AbortSignal,
): Promise<OpenedCampaign> {
  const campaign = await store.campaigns.get(id);
  if (!campaign) throw new AppError('campaign-unknown', { campaign: id });
  const received = await store.blobs.get(campaign.workbookSha);
  if (!received) throw new AppError('workbook-missing', { name: campaign.fileName });
  const answers = await rememberedAnswers(store);
  const filling = new CampaignFilling(store.journal(id), actor, signal);
  bridgeLeaving(id, filling, signal);
  const plain = openPlain({ received, answers }, workbooks, signal);
  // Waited for by the reading that follows, or not needed.
  plain.catch(() => {});
  await filling.opened;
  return { campaign, received, answers, filling, signal, plain };
}

/**
 * The tables with the rows that the journal says they have. Where these cannot be put in, as received, and why. `ended` ends the
 * session alone.
 */
export async function readSession(
  opened: OpenedCampaign,
  workbooks: WorkbookClient,
  ended: AbortSignal,
): Promise<CampaignSession> {
  const { campaign, received, answers, filling, signal } = opened;
  const values = tableValues(filling.state);
  const { reading, failure } = await readRows(opened, values, workbooks);
  if (signal.aborted) throw new AppError('stopped');
  const session = new CampaignSession(
    { campaign, received, answers, ...reading, filling, values, draftFailure: failure },
    ended,
  );
  bundledGuidance(reading.workbook.recognition.tables, workbooks, signal).then(
    found => {
      if (found.size > 0 && !ended.aborted) session.hints.advise(found);
    },
    () => {
      // Advice is a help, not the work: without it all else goes on.
    },
  );
  return session;
}

async function readRows(
  opened: OpenedCampaign,
  values: readonly JournalValue[],
  workbooks: WorkbookClient,
): Promise<{ reading: DraftedReading; failure: AppError | null }> {
  const { signal } = opened;
  const plain = async () => {
    const first = opened.plain;
    // Its bytes and cells are handed over once.
    opened.plain = null;
    return first ?? openPlain(opened, workbooks, signal);
  };
  if (values.length === 0) return { reading: await plain(), failure: null };
  try {
    return { reading: await openDrafted(opened, values, workbooks), failure: null };
  } catch (thrown) {
    if (signal.aborted) throw thrown;
    return { reading: await plain(), failure: toAppError(thrown) };
  }
}

/** Also asked before a draft is applied: what it would come to. @throws AppError where its rows cannot be put in */
export function openDrafted(
  { received, answers, signal }: Pick<OpenedCampaign, 'received' | 'answers' | 'signal'>,
  values: readonly JournalValue[],
  workbooks: WorkbookClient,
): Promise<DraftedReading> {
  const bytes = received;
  return workbooks.ask({ do: 'workspace:worker:open-drafted', bytes, answers, values: [...values] }, signal);
}

async function openPlain(
  { received, answers }: Pick<OpenedCampaign, 'received' | 'answers'>,
  workbooks: WorkbookClient,
  signal: AbortSignal,
): Promise<DraftedReading> {
  const workbook = await workbooks.ask({ do: 'workspace:worker:open', bytes: received, answers }, signal);
  return { bytes: received, workbook, drafting: null };
}
