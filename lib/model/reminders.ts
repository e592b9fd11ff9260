import * as z from 'zod';

/** When to remind on this PC. */
export const reminderSettingsSchema = z.object({
  on: z.boolean(),
  /** From so many days before a date on. */
  daysBefore: z.number().int().min(0).max(60),
  /** Only what the person of this PC or their department has, and check-points. */
  mineOnly: z.boolean(),
});

export type ReminderSettings = z.infer<typeof reminderSettingsSchema>;

export const DEFAULT_REMINDERS: ReminderSettings = { on: false, daysBefore: 7, mineOnly: false };

const datedSchema = z.object({
  /** ISO day. */
  date: z.string().regex(/^\d{4}-\d{2}-\d{2}$/),
  kind: z.enum(['deadline', 'checkpoint']),
  /** An indicator's code, or a check-point's name. */
  label: z.string(),
  departments: z.array(z.string()),
  people: z.array(z.string()),
});

/**
 * What of a campaign is still open and when it is due. The workspace keeps it up to date, so that the background needs no workbook to
 * remind.
 */
export const reminderScheduleSchema = z.object({
  version: z.literal(1),
  /** Of the interface, when the schedule was made. */
  language: z.enum(['zh-CN', 'en']),
  dates: z.array(datedSchema),
});

export type Dated = z.infer<typeof datedSchema>;
export type ReminderSchedule = z.infer<typeof reminderScheduleSchema>;

/** Keys among the store's settings; the schedule's and the day's are kept by campaign. */
export const REMINDER_SETTINGS_KEY = 'reminders';
export const REMINDER_SCHEDULE_KEY = 'reminder-schedule';
/** The last ISO day on which this PC was reminded. */
export const REMINDED_KEY = 'reminded';
