import type { SheetPlan } from '../model/sheet-plan';
import { SheetBuilder } from './sheet-builder';

/** What a 任务分解表 is made of: the table's rows, and who was given them. */
export interface TaskBreakdown {
  title: string;
  sections: readonly { heading: string; tasks: readonly BreakdownTask[] }[];
}

export interface BreakdownTask {
  /** The indicator with its number. */
  content: string;
  deadline: string;
  remark: string;
  /** One row each; an indicator without any has one empty row. */
  measures: readonly BreakdownMeasure[];
}

export interface BreakdownMeasure extends Assigned {
  text: string;
}

interface Assigned {
  leader: string;
  department: string;
  responsiblePerson: string;
}

const HEADINGS = ['序号', '工作任务', '具体措施', '责任领导', '责任科室', '责任人', '完成时限', '备注'];
const WIDTHS = [6, 36, 40, 10, 11, 10, 12, 10];
const TASK = 1;
const NOTHING: BreakdownMeasure = { text: '', leader: '', department: '', responsiblePerson: '' };

/** 任务分解表 in the table's look: a row per measure, so that each can be given to a 科室 and a person of its own. */
export function planTaskBreakdown({ title, sections }: TaskBreakdown): SheetPlan {
  const sheet = new SheetBuilder('任务分解表', title, WIDTHS);
  let sequence = 0;
  sheet.addWide(title, 'title', 44);
  sheet.addHeader(HEADINGS, 'smallHeading', 28);
  for (const { heading, tasks } of sections) {
    tasks.forEach((task, index) => {
      sequence += 1;
      sheet.keepTogether(() => {
        if (index === 0) sheet.addWide(heading, 'smallSectionRow', 26);
        addTask(sheet, task, sequence);
      });
    });
  }
  return sheet.plan();
}

function addTask(sheet: SheetBuilder, task: BreakdownTask, sequence: number): void {
  const first = sheet.rowCount;
  for (const measure of task.measures.length > 0 ? task.measures : [NOTHING]) {
    const head = sheet.rowCount === first;
    sheet.add([
      [head ? { number: sequence } : null, 'smallCentered'],
      [null, 'smallText'],
      [measure.text || null, 'smallText'],
      [measure.leader || null, 'smallCentered'],
      [measure.department || null, 'smallCentered'],
      [measure.responsiblePerson || null, 'smallCentered'],
      [task.deadline || null, 'smallCentered'],
      [task.remark || null, 'smallText'],
    ]);
  }
  sheet.fillMerged(first, TASK, task.content);
  sheet.merge(first, 0, sheet.rowCount - 1, 0);
}
