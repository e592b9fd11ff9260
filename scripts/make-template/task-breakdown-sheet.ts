import { SheetBuilder } from './sheet-builder';
import type { SheetPlan } from './sheet-plan';
import { type IndicatorData, numberedContent, sectionHeading, type TableData } from './table-data';

const HEADINGS = ['序号', '工作任务', '具体措施', '责任领导', '责任科室', '责任人', '完成时限', '备注'];
const WIDTHS = [6, 36, 40, 10, 11, 10, 12, 10];
const TASK = 1;

/** 任务分解表: a row per measure, so that each can be given to a 科室 and a person of its own. */
export function planTaskBreakdownSheet(data: TableData): SheetPlan {
  const title = `${data.unit}${data.year}年度市级“平安单位”创建工作任务分解表`;
  const sheet = new SheetBuilder('任务分解表', title, WIDTHS);
  let sequence = 0;
  sheet.addWide(title, 'title', 44);
  sheet.addHeader(HEADINGS, 'smallHeading', 28);
  for (const section of data.sections) {
    section.indicators.forEach((indicator, index) => {
      sequence += 1;
      sheet.keepTogether(() => {
        if (index === 0) sheet.addWide(sectionHeading(section), 'smallSectionRow', 26);
        addTask(sheet, indicator, sequence);
      });
    });
  }
  return sheet.plan();
}

function addTask(sheet: SheetBuilder, indicator: IndicatorData, sequence: number): void {
  const content = numberedContent(indicator);
  const first = sheet.rowCount;
  for (const measure of indicator.measures) {
    const head = sheet.rowCount === first;
    sheet.add([
      [head ? { number: sequence } : null, 'smallCentered'],
      [null, 'smallText'],
      [measure, 'smallText'],
      [null, 'smallCentered'],
      [null, 'smallCentered'],
      [null, 'smallCentered'],
      [indicator.deadline, 'smallCentered'],
      [null, 'smallText'],
    ]);
  }
  sheet.fillMerged(first, TASK, content);
  sheet.merge(first, 0, sheet.rowCount - 1, 0);
}
