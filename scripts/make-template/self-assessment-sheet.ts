import { formatAddress } from '../../lib/model/address';
import type { SheetPlan } from '../../lib/model/sheet-plan';
import { type PlannedCell, SheetBuilder } from '../../lib/report/sheet-builder';
import { numberedContent, sectionHeading, type TableData } from './table-data';

const HEADINGS = [
  '项目',
  '考评内容',
  '具体措施',
  '完成时限',
  '权重分值',
  '责任科室',
  '责任人',
  '完成情况',
  '自评分',
  '佐证材料',
  '备注',
];
const WIDTHS = [12, 30, 31, 10.5, 9, 9, 8, 24, 7, 12, 7];
const WEIGHT = 4;
const SELF_SCORE = 8;

/** 自评表: the table with the columns to be answered, a 小计 per section and a 合计. */
export function planSelfAssessmentSheet(data: TableData): SheetPlan {
  const title = `${data.unit}${data.year}年度市级“平安单位”创建个性指标自评表`;
  const sheet = new SheetBuilder('自评表', title, WIDTHS);
  sheet.addWide(title, 'title', 44);
  sheet.addHeader(HEADINGS, 'smallHeading', 34);
  const subtotalRows: number[] = [];
  for (const section of data.sections) {
    sheet.keepTogether(() => {
      const first = sheet.rowCount;
      for (const indicator of section.indicators) {
        const row = sheet.add([
          [sheet.rowCount === first ? sectionHeading(section, '\n') : null, 'smallHeading'],
          [numberedContent(indicator), 'smallText'],
          [indicator.measures.join('\n'), 'smallText'],
          [indicator.deadline, 'smallCentered'],
          [{ number: indicator.weight }, 'smallCentered'],
          [null, 'smallCentered'],
          [null, 'smallCentered'],
          [null, 'smallText'],
          [null, 'smallCentered'],
          [null, 'smallText'],
          [null, 'smallText'],
        ]);
        sheet.limitScores(address(row, SELF_SCORE), address(row, WEIGHT));
      }
      const last = sheet.rowCount - 1;
      sheet.merge(first, 0, last, 0);
      const sum = (column: number) => `SUM(${address(first, column)}:${address(last, column)})`;
      subtotalRows.push(addTotals(sheet, '小计', sum, section.weight, 26));
    });
  }
  const sum = (column: number) => `SUM(${subtotalRows.map(row => address(row, column)).join(',')})`;
  addTotals(sheet, '合计', sum, data.total, 30);
  sheet.addWide(
    '填报人：　　　　　　　　审核人：　　　　　　　　主要领导（签字）：　　　　　　　　（单位盖章）　　　　年　　月　　日',
    'signature',
    44,
  );
  return sheet.plan();
}

function addTotals(
  sheet: SheetBuilder,
  label: string,
  sum: (column: number) => string,
  weight: number,
  height: number,
) {
  const cells: PlannedCell[] = HEADINGS.map((_, column) => {
    if (column === 0) return [label, 'smallHeading'];
    if (column === WEIGHT) return [{ formula: sum(WEIGHT), result: weight }, 'smallHeading'];
    if (column === SELF_SCORE) return [{ formula: sum(SELF_SCORE), result: 0 }, 'smallHeading'];
    return [null, 'smallHeading'];
  });
  const row = sheet.add(cells, height);
  sheet.merge(row, 0, row, WEIGHT - 1);
  return row;
}

function address(row: number, column: number): string {
  return formatAddress({ row, column });
}
