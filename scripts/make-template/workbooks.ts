import type { TemplateManifest } from '../../lib/model/template';
import { planTaskBreakdown } from '../../lib/report/task-breakdown';
import { writeStyledWorkbook } from '../../lib/workbook/styled/write-styled';
import { planIndicatorSheet } from './indicator-sheet';
import { planSelfAssessmentSheet } from './self-assessment-sheet';
import type { TableData } from './table-data';
import { breakdownData } from './task-breakdown';

/** File name → bytes, for the workbooks that a template's manifest names. */
export function templateWorkbooks(data: TableData, { files, date }: TemplateManifest): Map<string, Uint8Array> {
  const workbooks = new Map([[files.table, writeStyledWorkbook(planIndicatorSheet(data), date)]]);
  if (files.selfAssessment)
    workbooks.set(files.selfAssessment, writeStyledWorkbook(planSelfAssessmentSheet(data), date));
  if (files.taskBreakdown)
    workbooks.set(files.taskBreakdown, writeStyledWorkbook(planTaskBreakdown(breakdownData(data)), date));
  return workbooks;
}
