import type { SheetPlan } from '../model/sheet-plan';
import { SheetBuilder } from './sheet-builder';

/** The evidence of one indicator, numbered "2.3-1" and on. */
export interface CatalogueItem {
  code: string;
  content: string;
  evidence: readonly { name: string; place: string; date: string; sha256: string }[];
}

export interface CatalogueSection {
  heading: string;
  items: readonly CatalogueItem[];
}

const HEADINGS = ['编号', '考评内容', '材料名称', '存放位置', '日期', '校验值（SHA-256）', '备注'];
const WIDTHS = [10, 34, 40, 26, 12, 24, 10];
const CONTENT = 1;

/** 佐证目录 in the table's look and by its numbers: what lies in the binder, or where else it is kept. */
export function planCatalogue(title: string, sections: readonly CatalogueSection[]): SheetPlan {
  const sheet = new SheetBuilder('佐证目录', title, WIDTHS);
  sheet.addWide(title, 'title', 44);
  sheet.addHeader(HEADINGS, 'smallHeading', 28);
  for (const { heading, items } of sections) {
    items.forEach((item, index) => {
      sheet.keepTogether(() => {
        if (index === 0) sheet.addWide(heading, 'smallSectionRow', 26);
        addItem(sheet, item);
      });
    });
  }
  return sheet.plan();
}

function addItem(sheet: SheetBuilder, { code, content, evidence }: CatalogueItem): void {
  const first = sheet.rowCount;
  evidence.forEach(({ name, place, date, sha256 }, index) => {
    sheet.add([
      [`${code}-${index + 1}`, 'smallCentered'],
      [null, 'smallText'],
      [name, 'smallText'],
      [place || null, 'smallText'],
      [date || null, 'smallCentered'],
      [sha256 || null, 'smallText'],
      [null, 'smallText'],
    ]);
  });
  sheet.fillMerged(first, CONTENT, content);
}
