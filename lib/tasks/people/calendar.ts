import type { Item } from '../../model/item';
import type { Checkpoint } from '../../model/people';
import { type CalendarEntry, calendarFile } from '../../report/calendar';
import { openFindings } from './open-findings';

export interface CalendarWords {
  deadline: (code: string, content: string) => string;
  finding: (code: string, text: string) => string;
  description: (department: string, responsiblePerson: string) => string;
}

/** Deadlines of what is still open, findings included, and the check-points, as an .ics file. `now`: milliseconds. */
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
  const findings = items.flatMap(item =>
    openFindings(item).map(({ entity, fields, people }): CalendarEntry => {
      const { department, responsiblePerson } = item.answers;
      return {
        id: `${campaign.id}/${entity}@pingan-fill`,
        date: fields.deadline.text,
        summary: words.finding(item.indicator.code, fields.text.text),
        description: words.description(department.text, people.join('、') || responsiblePerson.text),
        remindDaysBefore: [7, 1],
      };
    }),
  );
  const stamp = new Date(now).toISOString().replace(/[-:]|\.\d{3}/g, '');
  return calendarFile(campaign.name, [...deadlines, ...findings, ...marks], stamp);
}
