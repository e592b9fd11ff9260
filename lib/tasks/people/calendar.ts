import type { Item } from '../../model/item';
import type { Checkpoint } from '../../model/people';
import { type CalendarEntry, calendarFile } from '../../report/calendar';

export interface CalendarWords {
  deadline: (code: string, content: string) => string;
  description: (department: string, responsiblePerson: string) => string;
}

/** Deadlines of what is still open, and the check-points, as an .ics file. `now`: milliseconds. */
export function campaignCalendar(
  campaign: { id: string; name: string },
  items: readonly Item[],
  checkpoints: readonly Checkpoint[],
  words: CalendarWords,
  now: number,
): string {
  const deadlines = items.flatMap((item): CalendarEntry[] => {
    const { deadline, code, content } = item.indicator;
    if (item.filled || !deadline?.date || deadline.precision === 'done') return [];
    return [
      {
        id: `${campaign.id}/${item.entity}@pingan-fill`,
        date: deadline.date.slice(0, 10),
        summary: words.deadline(code, content),
        description: words.description(item.answers.department.text, item.answers.responsiblePerson.text),
        remindDaysBefore: [7, 1],
      },
    ];
  });
  const marks = checkpoints.map(
    ({ date, name }): CalendarEntry => ({
      id: `${campaign.id}/checkpoint/${date}/${name}@pingan-fill`,
      date,
      summary: name,
      description: '',
      remindDaysBefore: [7, 1],
    }),
  );
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  return calendarFile(campaign.name, [...deadlines, ...marks], stamp);
}
