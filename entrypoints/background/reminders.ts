import { browser } from 'wxt/browser';
import * as z from 'zod';
import { peopleTextsEn, peopleTextsZh } from '../../components/texts/people-texts';
import {
  DEFAULT_REMINDERS,
  REMINDED_KEY,
  REMINDER_SCHEDULE_KEY,
  REMINDER_SETTINGS_KEY,
  reminderScheduleSchema,
  reminderSettingsSchema,
} from '../../lib/model/reminders';
import { openStore, type Store } from '../../lib/store/open-store';
import { type DueReminders, dueReminders } from '../../lib/tasks/people/reminders';

const ALARM = 'remind';
const EVERY_MINUTES = 60;
/** Of notifications; what follows is the campaign's id. */
const NOTIFICATION = 'remind/';
export const remindRequest = z.object({ do: z.literal('workspace:background:remind') });
const whoSchema = z.object({ name: z.string(), department: z.string() });

/** Reminds once a day of what is due, offline. `open` shows a campaign's page of who does what. */
export function watchReminders(open: (campaign: string) => void): void {
  if (!browser.alarms || !browser.notifications) return;
  browser.alarms.onAlarm.addListener(alarm => {
    if (alarm.name === ALARM) remindSafely();
  });
  browser.notifications.onClicked.addListener(id => {
    if (!id.startsWith(NOTIFICATION)) return;
    void browser.notifications.clear(id);
    open(id.slice(NOTIFICATION.length));
  });
  browser.runtime.onMessage.addListener((message: unknown, sender) => {
    // Only our own pages have no tab of a site behind them.
    const own = sender.id === browser.runtime.id && sender.url?.startsWith(new URL('/', self.location.href).href);
    if (own && remindRequest.safeParse(message).success) remindSafely();
  });
  browser.runtime.onStartup.addListener(remindSafely);
  void browser.alarms.get(ALARM).then(alarm => {
    if (!alarm) void browser.alarms.create(ALARM, { delayInMinutes: 1, periodInMinutes: EVERY_MINUTES });
  });
}

/** Failing to remind must not end the background; the workspace tells of a store that cannot be opened. */
function remindSafely(): void {
  remind(localToday()).catch(thrown => console.error('reminders', thrown));
}

async function remind(today: string): Promise<void> {
  const store = await openStore();
  try {
    const settings = (await store.settings.get(REMINDER_SETTINGS_KEY, reminderSettingsSchema)) ?? DEFAULT_REMINDERS;
    const who = await store.settings.get('who', whoSchema);
    let marked = 0;
    for (const campaign of settings.on ? await store.campaigns.list() : []) {
      const schedule = await store.settings.get(REMINDER_SCHEDULE_KEY, reminderScheduleSchema, campaign.id);
      if (!schedule) continue;
      const due = dueReminders(schedule, settings, who, today);
      const count = due.overdue.length + due.upcoming.length;
      marked += count;
      if (count === 0 || !(await isFirstToday(store, campaign.id, today))) continue;
      const texts = (schedule.language === 'en' ? peopleTextsEn : peopleTextsZh).notification;
      await browser.notifications.create(`${NOTIFICATION}${campaign.id}`, {
        type: 'basic',
        iconUrl: new URL('/icon/128.png', self.location.href).href,
        title: campaign.name,
        message: wording(due, settings.daysBefore, texts),
      });
      await store.settings.put(REMINDED_KEY, today, campaign.id);
    }
    // Tabs with fields of their own show their count instead.
    await browser.action.setBadgeBackgroundColor({ color: '#b42318' });
    await browser.action.setBadgeText({ text: marked === 0 ? '' : marked > 99 ? '99+' : String(marked) });
  } finally {
    store.close();
  }
}

async function isFirstToday(store: Store, campaign: string, today: string): Promise<boolean> {
  return (await store.settings.get(REMINDED_KEY, z.string(), campaign)) !== today;
}

function wording(
  { overdue, upcoming }: DueReminders,
  daysBefore: number,
  texts: typeof peopleTextsZh.notification,
): string {
  const lines = [
    ...(overdue.length > 0 ? [`${texts.overdue(overdue.length)}：${labels(overdue)}`] : []),
    ...(upcoming.length > 0 ? [texts.upcoming(upcoming.length, daysBefore)] : []),
    ...upcoming.slice(0, 3).map(({ dated, days }) => texts.first(dated.label, days)),
  ];
  return lines.join('\n');
}

const labels = (dated: readonly { label: string }[]): string =>
  `${dated
    .slice(0, 5)
    .map(one => one.label)
    .join('、')}${dated.length > 5 ? '…' : ''}`;

/** The calendar day where the user sits. */
function localToday(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
