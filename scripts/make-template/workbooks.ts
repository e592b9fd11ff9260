import type { TemplateManifest } from '../../lib/model/template';
import { planIndicatorSheet } from './indicator-sheet';
import { workbookPackage } from './package';
import { planSelfAssessmentSheet } from './self-assessment-sheet';
import type { TableData } from './table-data';
import { planTaskBreakdownSheet } from './task-breakdown-sheet';

/** File name → bytes, for the workbooks that a template's manifest names. */
export function templateWorkbooks(data: TableData, { files, date }: TemplateManifest): Map<string, Uint8Array> {
  const workbooks = new Map([[files.table, workbookPackage(planIndicatorSheet(data), date)]]);
  if (files.selfAssessment) workbooks.set(files.selfAssessment, workbookPackage(planSelfAssessmentSheet(data), date));
  if (files.taskBreakdown) workbooks.set(files.taskBreakdown, workbookPackage(planTaskBreakdownSheet(data), date));
  return workbooks;
}
