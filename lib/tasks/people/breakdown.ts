import type { Item } from '../../model/item';
import { measureField } from '../../model/people';
import { planTaskBreakdown, type TaskBreakdown } from '../../report/task-breakdown';
import { writeStyledWorkbook } from '../../workbook/styled/write-styled';
import { sectionHeading, sheetTitle } from '../sheet-title';
import type { Said } from './directory';

/** 任务分解表 of one table as .xlsx bytes. `date`: ISO day, stands in the document's properties. */
export function taskBreakdownWorkbook(said: Pick<Said, 'value'>, items: readonly Item[], date: string): Uint8Array {
  return writeStyledWorkbook(planTaskBreakdown(taskBreakdown(said, items)), date);
}

export function taskBreakdown(said: Pick<Said, 'value'>, items: readonly Item[]): TaskBreakdown {
  const sections: { heading: string; of: unknown; tasks: TaskBreakdown['sections'][number]['tasks'][number][] }[] = [];
  for (const item of items) {
    const { section, indicator, answers } = item;
    if (sections[sections.length - 1]?.of !== section) {
      sections.push({ heading: sectionHeading(section), of: section, tasks: [] });
    }
    const own = (number: number, role: 'department' | 'responsiblePerson'): string => {
      const given = said.value({ entity: item.entity, field: measureField(number, role) });
      return typeof given === 'string' && given !== '' ? given : answers[role].text;
    };
    const whole = {
      text: '',
      leader: answers.leader.text,
      department: answers.department.text,
      responsiblePerson: answers.responsiblePerson.text,
    };
    sections[sections.length - 1]!.tasks.push({
      content: indicator.contentText,
      deadline: indicator.deadline?.clean ?? '',
      remark: answers.remark.text,
      measures:
        item.steps.length === 0
          ? [whole]
          : item.steps.map(({ number, text }) => ({
              ...whole,
              text: item.steps.length > 1 ? `${number}.${text}` : text,
              department: own(number, 'department'),
              responsiblePerson: own(number, 'responsiblePerson'),
            })),
    });
  }
  return { title: sheetTitle(items[0]?.table, '任务分解表'), sections };
}
