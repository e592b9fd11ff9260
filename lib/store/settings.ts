import type { z } from 'zod';
import { readStored, settingRecord } from './records';
import type { Session } from './session';

/** Small things to remember, of the whole store or of one campaign. The reader says what shape it expects. */
export interface Settings {
  /** null where nothing is kept under the key, or nothing of that shape. */
  get<T>(key: string, shape: z.ZodType<T>, campaign?: string): Promise<T | null>;
  put(key: string, value: unknown, campaign?: string): Promise<void>;
}

export function openSettings({ db, run, write }: Session): Settings {
  return {
    async get(key, shape, campaign = '') {
      const stored = await run(() => db.settings.get([campaign, key]));
      if (stored === undefined) return null;
      return shape.safeParse(readStored(settingRecord, stored, 'settings').value).data ?? null;
    },
    async put(key, value, campaign = '') {
      await write([db.settings], () => db.settings.put({ campaign, key, value }));
    },
  };
}
