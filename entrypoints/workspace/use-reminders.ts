import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { type AppError, toAppError } from '../../lib/model/app-error';
import {
  DEFAULT_REMINDERS,
  REMINDER_SETTINGS_KEY,
  type ReminderSettings,
  reminderSettingsSchema,
} from '../../lib/model/reminders';
import { useServices } from './services';

interface Reminders {
  settings: ReminderSettings;
  available: boolean;
  error: AppError | null;
  change: (settings: ReminderSettings) => void;
}

/** When to remind on this PC: kept in the store, where the background reads it. */
export function useReminders(): Reminders {
  const { store } = useServices();
  const [settings, setSettings] = useState(DEFAULT_REMINDERS);
  const [error, setError] = useState<AppError | null>(null);
  useEffect(() => {
    store.settings.get(REMINDER_SETTINGS_KEY, reminderSettingsSchema).then(
      kept => kept && setSettings(kept),
      thrown => setError(toAppError(thrown)),
    );
  }, [store]);
  return {
    settings,
    available: browser.notifications !== undefined && browser.alarms !== undefined,
    error,
    change: next => {
      const before = settings;
      setSettings(next);
      store.settings.put(REMINDER_SETTINGS_KEY, next).then(
        // The background looks again at once; it may be asleep, then its next alarm does.
        () => browser.runtime.sendMessage({ do: 'workspace:background:remind' }).catch(() => undefined),
        thrown => {
          setSettings(before);
          setError(toAppError(thrown));
        },
      );
    },
  };
}
