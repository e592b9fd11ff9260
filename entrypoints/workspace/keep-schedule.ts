import type { Language } from '../../lib/model/app-error';
import { REMINDER_SCHEDULE_KEY } from '../../lib/model/reminders';
import type { Store } from '../../lib/store/open-store';
import { readDirectory } from '../../lib/tasks/people/directory';
import { reminderSchedule } from '../../lib/tasks/people/reminders';
import type { CampaignSession } from './campaign-session';

/** The background reminds of what stood there when typing last rested. */
const SETTLED = 3_000;

/** Keeps what is open and due where the background finds it without a workbook. */
export function keepSchedule(session: CampaignSession, store: Store, language: Language, signal: AbortSignal): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let kept = '';
  const keep = (): void => {
    const { filling, items, campaign } = session;
    const { checkpoints } = readDirectory(filling, items);
    const schedule = reminderSchedule(filling, items, checkpoints, language);
    const next = JSON.stringify(schedule);
    if (next === kept || signal.aborted) return;
    kept = next;
    store.settings.put(REMINDER_SCHEDULE_KEY, schedule, campaign.id).catch(() => {
      // The answers themselves are kept; the schedule is written again with the next edit, or on the next opening.
      kept = '';
    });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, SETTLED);
  };
  const stop = session.subscribe(later);
  signal.addEventListener('abort', () => {
    clearTimeout(timer);
    stop();
  });
  session.filling.opened.then(later, () => undefined);
}
