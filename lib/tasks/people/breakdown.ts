import type { Item } from '../../model/item';
import { measureField } from '../../model/people';
import type { RecognisedTable } from '../../model/table';
import { planTaskBreakdown, type TaskBreakdown } from '../../report/task-breakdown';
import { writeStyledWorkbook } from '../../workbook/styled/write-styled';
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
      sections.push({ heading: headingOf(section), of: section, tasks: [] });
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
  return { title: titleOf(items[0]?.table), sections };
}

function headingOf(section: Item['section']): string {
  const number = section.number === null ? '' : `（${section.number}）`;
  const weight = section.weight === null ? '' : `（${section.weight}分）`;
  return `${number}${section.name}${weight}`;
}

/** "2023年度…个性指标项目表" → "…个性指标任务分解表" */
function titleOf(table: RecognisedTable | undefined): string {
  const title = table?.title?.clean ?? '';
  const stem = title.replace(/(?:项目)?(?:任务)?(?:分解)?表$/, '');
  return `${stem}任务分解表`;
}
