import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { TakeReply, Welcome } from '../../lib/messages/overlay-messages';
import type { CampaignJournal } from '../../lib/model/campaign-journal';
import { OVERLAY_TEXTS, ROLE_NAMES } from '../../lib/model/overlay-texts';
import { type BoundSite, keptBindingsSchema, PAGE_BINDINGS } from '../../lib/model/page-binding';
import type { FieldCorrection } from '../../lib/model/page-correction';
import { PAGE_CAMPAIGN, PAGE_GUIDE, type PageGuide, pageGuideSchema } from '../../lib/model/page-guide';
import type { PageRole } from '../../lib/model/page-table';
import { sitePattern } from '../../lib/model/site';
import { openStore, type Store } from '../../lib/store/open-store';
import { bindingsForTable, correctionsForTable } from '../../lib/tasks/page-bindings';
import { correctionsOf, correctionsSchema, PAGE_CORRECTIONS, withCorrection } from '../../lib/tasks/page-corrections';
import { pageValue, takeFromPage, takesFromPage } from '../../lib/tasks/page-values';
import { actorName, LANGUAGE, WHO, whoSchema } from '../workspace/preferences';
import { templateBindings } from './template-bindings';

interface Open {
  store: Store;
  guide: PageGuide;
  year: number | null;
  journal: CampaignJournal;
}

/** Of an indicator's words: enough to know it again. */
const MOST_WORDS = 200;

/** What pages are served from: the chosen campaign's guide and its journal. */
export class PageDesk {
  private store: Promise<Store> | null = null;

  async welcome(address: string, context: string | null): Promise<Welcome | { is: 'nothing' }> {
    const open = await this.open();
    if (!open) return { is: 'nothing' };
    const kept = await browser.storage.local.get(LANGUAGE);
    const language = kept[LANGUAGE] === 'en' ? 'en' : 'zh-CN';
    return {
      is: 'ready',
      table: open.guide.table,
      texts: OVERLAY_TEXTS[language],
      roles: ROLE_NAMES[language],
      corrections: await this.corrections(open, address),
      bindings: await this.bindings(open, address),
      context,
    };
  }

  async value(code: string, role: PageRole): Promise<string | null> {
    const open = await this.open();
    return open && pageValue(open.guide, await open.journal.state(), code, role);
  }

  /** Only into an empty answer: what is there already is compared in the side panel first. */
  async take({
    code,
    role,
    text,
    page,
  }: {
    code: string;
    role: PageRole;
    text: string;
    page: string;
  }): Promise<TakeReply> {
    const open = await this.open();
    if (!open || !takesFromPage(open.guide, code, role)) return { is: 'impossible' };
    const held = pageValue(open.guide, await open.journal.state(), code, role) ?? '';
    if (held.trim() === text.trim()) return { is: 'same' };
    if (held.trim() !== '') return { is: 'differs' };
    const actor = actorName(await open.store.settings.get(WHO, whoSchema));
    await takeFromPage(open.guide, open.journal, { code, role, text, actor, page });
    return { is: 'taken' };
  }

  async correct(address: string, correction: FieldCorrection): Promise<void> {
    const site = sitePattern(address);
    const open = await this.open();
    if (site === null || !open) return;
    const { settings } = open.store;
    const words = open.guide.table.indicators.find(({ code }) => code === correction.code)?.text.slice(0, MOST_WORDS);
    const said = words ? { ...correction, text: words } : correction;
    const all = (await settings.get(PAGE_CORRECTIONS, correctionsSchema)) ?? {};
    await settings.put(PAGE_CORRECTIONS, withCorrection(all, site, said));
  }

  private async corrections({ store, guide }: Open, address: string): Promise<FieldCorrection[]> {
    const site = sitePattern(address);
    const all = (await store.settings.get(PAGE_CORRECTIONS, correctionsSchema)) ?? {};
    return site === null ? [] : correctionsForTable(correctionsOf(all, site), guide.table);
  }

  /** What people brought in comes after what templates say, and wins where both speak of one field. */
  private async bindings({ store, guide, year }: Open, address: string): Promise<BoundSite[]> {
    const kept = (await store.settings.get(PAGE_BINDINGS, keptBindingsSchema)) ?? [];
    const { table } = guide;
    return bindingsForTable([...templateBindings(), ...kept], { table, year, origin: new URL(address).origin });
  }

  /** null where no campaign was opened since guides are kept. */
  private async open(): Promise<Open | null> {
    const store = await this.opened();
    const chosen = await store.settings.get(PAGE_CAMPAIGN, z.string());
    const campaigns = await store.campaigns.list();
    const favourite = campaigns.find(({ id }) => id === chosen);
    // The one that was chosen, else the one edited last.
    for (const { id, year } of favourite ? [favourite] : campaigns) {
      const guide = await store.settings.get(PAGE_GUIDE, pageGuideSchema, id);
      if (guide) return { store, guide, year, journal: store.journal(id) };
    }
    return null;
  }

  /** Opened when it is first needed, and again after it was closed, as by another tab with a newer version. */
  private opened(): Promise<Store> {
    this.store ??= openStore({
      onTrouble: () => {
        this.store = null;
      },
    }).catch(thrown => {
      this.store = null;
      throw thrown;
    });
    return this.store;
  }
}
