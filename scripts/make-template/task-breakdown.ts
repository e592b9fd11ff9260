import type { TaskBreakdown } from '../../lib/report/task-breakdown';
import { numberedContent, sectionHeading, type TableData } from './table-data';

/** The blank 任务分解表 of a template: nobody has been given anything yet. */
export function breakdownData(data: TableData): TaskBreakdown {
  return {
    title: `${data.unit}${data.year}年度市级“平安单位”创建工作任务分解表`,
    sections: data.sections.map(section => ({
      heading: sectionHeading(section),
      tasks: section.indicators.map(indicator => ({
        content: numberedContent(indicator),
        deadline: indicator.deadline,
        remark: '',
        measures: indicator.measures.map(text => ({ text, leader: '', department: '', responsiblePerson: '' })),
      })),
    })),
  };
}
