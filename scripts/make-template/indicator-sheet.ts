import type { SheetPlan } from '../../lib/model/sheet-plan';
import { SheetBuilder } from '../../lib/report/sheet-builder';
import { numberedContent, sectionHeading, type TableData } from './table-data';

const HEADINGS = ['项目', '考评内容', '具体措施', '完成时限', '权重分值'];
const WIDTHS = [14, 44, 48, 12, 10];

/** The table as it is handed down: five columns, a page for each section. */
export function planIndicatorSheet(data: TableData): SheetPlan {
  const sheet = new SheetBuilder(data.sheetName, data.title, WIDTHS);
  sheet.addWide(data.title, 'title', 44);
  sheet.addHeader(HEADINGS, 'heading', 30);
  data.sections.forEach((section, index) => {
    if (index > 0) sheet.startPage();
    const first = sheet.rowCount;
    for (const indicator of section.indicators) {
      sheet.add([
        [sheet.rowCount === first ? sectionHeading(section, '\n') : null, 'heading'],
        [numberedContent(indicator), 'text'],
        [indicator.measures.join('\n'), 'text'],
        [indicator.deadline, 'centered'],
        [`${indicator.weight}分`, 'centered'],
      ]);
    }
    const last = sheet.rowCount - 1;
    sheet.merge(first, 0, last, 0);
    if (index === data.sections.length - 1) for (const note of data.notes) sheet.addWide(note, 'text');
    sheet.fillPage(first, last);
  });
  return sheet.plan();
}
