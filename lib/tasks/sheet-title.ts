import type { RecognisedTable } from '../model/table';

/** "2023年度…个性指标项目表（共40分）" → "2023年度…个性指标任务分解表" and its kin: a list of ours, titled after the table. */
export function sheetTitle(table: RecognisedTable | undefined, name: string): string {
  const title = table?.title?.clean ?? '';
  const stem = title.replace(/(?:项目)?(?:任务)?(?:分解)?表(?:[（(][^（）()]*[）)])?$/, '');
  return `${stem}${name}`;
}

/** "（二）平安建设（15分）" */
export function sectionHeading({ number, name, weight }: RecognisedTable['sections'][number]): string {
  return `${number === null ? '' : `（${number}）`}${name}${weight === null ? '' : `（${weight}分）`}`;
}
