import type { SheetPlan } from '../model/sheet-plan';
import { SheetBuilder } from './sheet-builder';

/** A finding as the list shows it; `state` in the words of offices: 已销号, 整改中, 逾期. */
export interface ListedFinding {
  code: string;
  content: string;
  text: string;
  rectification: string;
  department: string;
  responsiblePerson: string;
  deadline: string;
  state: string;
}

const HEADINGS = ['序号', '编号', '考评内容', '存在问题', '整改措施', '责任科室', '责任人', '整改时限', '整改情况'];
const WIDTHS = [6, 7, 26, 34, 34, 11, 10, 12, 13];

/** 问题整改清单 in the table's look: one row a finding, in the order given. */
export function planFindingList(title: string, findings: readonly ListedFinding[]): SheetPlan {
  const sheet = new SheetBuilder('问题整改清单', title, WIDTHS);
  sheet.addWide(title, 'title', 44);
  sheet.addHeader(HEADINGS, 'smallHeading', 28);
  findings.forEach((finding, index) => {
    sheet.keepTogether(() => {
      sheet.add([
        [{ number: index + 1 }, 'smallCentered'],
        [finding.code, 'smallCentered'],
        [finding.content, 'smallText'],
        [finding.text, 'smallText'],
        [finding.rectification || null, 'smallText'],
        [finding.department || null, 'smallCentered'],
        [finding.responsiblePerson || null, 'smallCentered'],
        [finding.deadline || null, 'smallCentered'],
        [finding.state, 'smallCentered'],
      ]);
    });
  });
  return sheet.plan();
}
