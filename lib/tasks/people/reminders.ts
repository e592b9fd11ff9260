import type { Language } from '../../model/app-error';
import { daysUntil } from '../../model/calendar-day';
import type { Item } from '../../model/item';
import type { Checkpoint } from '../../model/people';
import type { Dated, ReminderSchedule, ReminderSettings } from '../../model/reminders';
import { namesIn, type Said } from './directory';
import { openFindings } from './open-findings';

/** What is still open, findings included, with its dates and whose it is. */
export function reminderSchedule(
  said: Said,
  items: readonly Item[],
  checkpoints: readonly Checkpoint[],
  language: Language,
): ReminderSchedule {
  const deadlines = items.flatMap((item): Dated[] => {
    const { deadline, code } = item.indicator;
    const departments = namesIn(said, item, 'department');
    const people = namesIn(said, item, 'responsiblePerson');
    const findings = openFindings(item).map(({ fields, people: own }): Dated => {
      const label = `${code} ${language === 'en' ? 'finding' : '问题整改'}`;
      return {
        date: fields.deadline.text,
        kind: 'deadline',
        label,
        departments,
        people: own.length > 0 ? own : people,
      };
    });
    if (item.filled || !deadline?.date || deadline.precision === 'done') return findings;
    return [{ date: deadline.date.slice(0, 10), kind: 'deadline', label: code, departments, people }, ...findings];
  });
  const marks = checkpoints.map(
    ({ date, name }): Dated => ({ date, kind: 'checkpoint', label: name, departments: [], people: [] }),
  );
  return { version: 1, language, dates: [...deadlines, ...marks] };
}

/** A check-point that is over is not reminded of again; a deadline is, until its item is filled. */
export interface DueReminders {
  overdue: readonly Dated[];
  /** Soonest first, today included. */
  upcoming: readonly { dated: Dated; days: number }[];
}

export function dueReminders(
  { dates }: ReminderSchedule,
  { daysBefore, mineOnly }: Pick<ReminderSettings, 'daysBefore' | 'mineOnly'>,
  who: { name: string; department: string } | null,
  today: string,
): DueReminders {
  const concerned = dates.filter(dated => !mineOnly || isMine(dated, who));
  const days = (dated: Dated): number => daysUntil(dated.date, today);
  return {
    overdue: concerned.filter(dated => dated.kind === 'deadline' && days(dated) < 0),
    upcoming: concerned
      .map(dated => ({ dated, days: days(dated) }))
      .filter(({ days }) => days >= 0 && days <= daysBefore)
      .sort((a, b) => a.days - b.days),
  };
}

/** What nobody was given is everybody's, and so are check-points. */
function isMine({ departments, people }: Dated, who: { name: string; department: string } | null): boolean {
  if (departments.length === 0 && people.length === 0) return true;
  if (!who) return true;
  return (
    (who.name !== '' && people.includes(who.name)) || (who.department !== '' && departments.includes(who.department))
  );
}
