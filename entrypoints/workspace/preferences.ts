import * as z from 'zod';
import type { Who } from '../../components/settings/who-form';
import type { Language } from '../../lib/model/app-error';
import type { Store } from '../../lib/store/open-store';

const LANGUAGE = 'pingan-fill-language';

/** Read before anything is drawn, so it lives outside of the database. */
export function readLanguage(): Language {
  const stored = window.localStorage.getItem(LANGUAGE);
  return stored === 'en' ? 'en' : 'zh-CN';
}

export function storeLanguage(language: Language): void {
  window.localStorage.setItem(LANGUAGE, language);
}

const WHO = 'who';
const whoSchema: z.ZodType<Who> = z.object({ name: z.string(), department: z.string() });

export const readWho = (store: Store): Promise<Who | null> => store.settings.get(WHO, whoSchema);

export const storeWho = (store: Store, who: Who): Promise<void> => store.settings.put(WHO, who);
