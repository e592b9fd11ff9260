import { AppError } from '../../lib/model/app-error';
import type { BorrowedSection } from '../../lib/model/table-draft';
import { borrowedSections } from '../../lib/tasks/drafting/borrowed-wording';
import { tableValues } from '../../lib/tasks/drafting/journal-values';
import { openDraft, rememberedAnswers } from './import-draft';
import type { Services } from './services';

export interface BorrowSource {
  name: string;
  sections: readonly BorrowedSection[];
}

type Ports = Pick<Services, 'store' | 'workbooks'>;

/** Another campaign's wording, with what was drafted and typed there. */
export async function sourceOfCampaign(id: string, { store, workbooks }: Ports): Promise<BorrowSource> {
  const campaign = await store.campaigns.get(id);
  if (!campaign) throw new AppError('campaign-unknown', { campaign: id });
  const bytes = await store.blobs.get(campaign.workbookSha);
  if (!bytes) throw new AppError('workbook-missing', { name: campaign.fileName });
  const values = tableValues(await store.journal(id).state());
  const answers = await rememberedAnswers(store);
  const { workbook } = await workbooks.ask({ do: 'workspace:worker:open-drafted', bytes, answers, values });
  return { name: campaign.name, sections: borrowedSections(workbook.recognition.tables) };
}

/** A workbook that is only looked at: nothing of it is kept. */
export async function sourceOfFile(file: File, ports: Ports, signal: AbortSignal): Promise<BorrowSource> {
  const { workbook } = await openDraft(file, ports, signal);
  return { name: file.name, sections: borrowedSections(workbook.recognition.tables) };
}
