import { browser } from 'wxt/browser';
import type { OwnPageNotice } from '../../lib/messages/overlay-messages';
import { PAGE_GUIDE, type PageGuide, pageGuideSchema } from '../../lib/model/page-guide';
import type { RecognitionAnswers } from '../../lib/model/table';
import type { Store } from '../../lib/store/open-store';
import { pageGuide } from '../../lib/tasks/page-guide';
import type { CampaignSession } from './campaign-session';

/**
 * Leaves the campaign's guide where the background finds it, so that web pages are served without opening the workbook. Reading the rules of
 * 1,000 indicators takes most of a second: done once for a workbook, its rows and its reading.
 */
export async function keepPageGuide(
  store: Store,
  { campaign, workbook, grids, places, values }: CampaignSession,
  answers: RecognitionAnswers,
): Promise<PageGuide> {
  const madeOf = [browser.runtime.getManifest().version, campaign.workbookSha, JSON.stringify(answers), values].join(
    '|',
  );
  const before = await store.settings.get(PAGE_GUIDE, pageGuideSchema, campaign.id);
  if (before?.madeOf === madeOf) return before;
  const { tables } = workbook.recognition;
  const guide = pageGuide({ campaign: campaign.id, madeOf, tables, grids, places });
  await store.settings.put(PAGE_GUIDE, guide, campaign.id);
  tellPages();
  return guide;
}

/** Hints on open pages follow. */
export function tellPages(): void {
  const notice: OwnPageNotice = { do: 'pages:background:changed' };
  // Nobody answers; a background that cannot start has other troubles.
  browser.runtime.sendMessage(notice).catch(() => {});
}
