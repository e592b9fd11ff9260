import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { SheetPlan } from '../../../lib/model/sheet-plan';
import { rowSpace } from '../../../lib/report/page';
import { planTaskBreakdown } from '../../../lib/report/task-breakdown';
import { writeStyledWorkbook } from '../../../lib/workbook/styled/write-styled';
import { planIndicatorSheet } from '../../../scripts/make-template/indicator-sheet';
import { planSelfAssessmentSheet } from '../../../scripts/make-template/self-assessment-sheet';
import { breakdownData } from '../../../scripts/make-template/task-breakdown';
import { templateWorkbooks } from '../../../scripts/make-template/workbooks';
import { manifest, table, templateBytes } from './template-folder';

const plans = {
  'the table': planIndicatorSheet(table),
  'the 自评表': planSelfAssessmentSheet(table),
  'the 任务分解表': planTaskBreakdown(breakdownData(table)),
};

describe('the script that makes the workbooks', () => {
  it('makes exactly the bytes that are committed', () => {
    const made = templateWorkbooks(table, manifest);
    expect([...made.keys()]).toEqual(['table.xlsx', 'self-assessment.xlsx', 'task-breakdown.xlsx']);
    for (const [name, bytes] of made) expect(Buffer.compare(bytes, templateBytes(name)), name).toBe(0);
  });

  it('makes the same bytes in every time zone', () => {
    const zone = process.env.TZ;
    const made = ['Asia/Shanghai', 'America/New_York', 'UTC'].map(name => {
      process.env.TZ = name;
      return Buffer.from(writeStyledWorkbook(plans['the table'], '2023-09-07')).toString('base64');
    });
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
    expect(new Set(made).size).toBe(1);
  });

  it('names no person and no unit in the document properties', () => {
    const core = new TextDecoder().decode(unzipSync(templateBytes('table.xlsx'))['docProps/core.xml']);
    expect(core).toContain('<dc:creator>平安填报助手</dc:creator>');
    expect(core).not.toContain('泉州');
  });
});

describe.each(Object.entries(plans))('the page layout of %s', (_, plan) => {
  it('begins a new page before the rows of the last one run out of space', () => {
    const space = rowSpace(plan.columnWidths);
    for (const rows of pages(plan)) expect(rows.reduce((sum, row) => sum + row.height, 0)).toBeLessThanOrEqual(space);
  });

  it('never breaks a page inside merged cells', () => {
    for (const start of plan.pageStarts) {
      for (const merge of plan.merges) expect(merge.top < start && merge.bottom >= start).toBe(false);
    }
  });
});

/** The rows of each printed page, the repeated header included. */
function pages({ rows, pageStarts, headerRow }: SheetPlan) {
  const starts = [0, ...pageStarts];
  return starts.map((start, page) => [
    ...(page === 0 ? [] : [rows[headerRow]!]),
    ...rows.slice(start, starts[page + 1] ?? rows.length),
  ]);
}
