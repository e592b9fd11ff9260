import { browser } from 'wxt/browser';
import * as z from 'zod';
import type { Who } from '../../components/settings/who-form';
import type { Language } from '../../lib/model/app-error';
import type { Store } from '../../lib/store/open-store';

export const LANGUAGE = 'pingan-fill-language';

/** Read before anything is drawn, so it lives outside of the database. */
export function readLanguage(): Language {
  const stored = window.localStorage.getItem(LANGUAGE);
  return stored === 'en' ? 'en' : 'zh-CN';
}

export function storeLanguage(language: Language): void {
  window.localStorage.setItem(LANGUAGE, language);
  // The background has no localStorage, and tells pages their texts.
  void browser.storage.local.set({ [LANGUAGE]: language });
}

export const WHO = 'who';
export const whoSchema: z.ZodType<Who> = z.object({ name: z.string(), department: z.string() });

export const readWho = (store: Store): Promise<Who | null> => store.settings.get(WHO, whoSchema);

export const storeWho = (store: Store, who: Who): Promise<void> => store.settings.put(WHO, who);

const PC_NAME = 'pc-name';
/** Of no campaign, and in no backup: another PC is not to take this one's name. */
const ALL = '';

/** How this PC is called in the histories of others: as the person said, else by the person, else by its label. */
export async function readPcName(store: Store, actor: string): Promise<string> {
  return (await store.remotes(ALL).get(PC_NAME, z.string())) ?? (actor === '' ? store.replica() : actor);
}

export const storePcName = (store: Store, name: string): Promise<void> => store.remotes(ALL).put(PC_NAME, name);

/** As noted in the history: "李明（综合科）". */
export const actorName = (who: Who | null): string =>
  who ? `${who.name}${who.department ? `（${who.department}）` : ''}` : '';
