import { formatAddress } from '../../lib/model/address';
import type { Problem, RecognisedTable, RecognitionQuestion } from '../../lib/model/table';
import type { CellMark, SheetMarks } from '../table/sheet-source';
import type { Texts } from '../texts/zh-cn';

/** What was recognised on one sheet, as marks on its cells and columns. */
export function reviewMarks(
  sheet: string,
  tables: readonly RecognisedTable[],
  questions: readonly RecognitionQuestion[],
  problems: readonly Problem[],
  texts: Texts,
): SheetMarks {
  const marks = new Map<string, CellMark>();
  const columns = new Map<number, string>();
  const put = (cell: string, className: string, label?: string): void => {
    const before = marks.get(cell);
    const both = before ? `${before.className} ${className}` : className;
    const kept = label ?? before?.label;
    marks.set(cell, kept === undefined ? { className: both } : { className: both, label: kept });
  };
  const { marks: words } = texts.review;
  for (const table of tables.filter(candidate => candidate.sheet === sheet)) {
    for (const cell of table.title?.cells ?? []) put(cell, 'mark mark-title', words.title);
    const [headerRow] = table.headerRows;
    for (const { role, column } of table.columns) {
      if (!role) continue;
      columns.set(column, texts.roles[role]);
      if (headerRow) put(formatAddress({ row: headerRow - 1, column }), 'mark mark-header');
    }
    for (const row of table.repeatedHeaderRows) {
      put(formatAddress({ row: row - 1, column: table.range.left }), 'mark mark-repeated', words.repeated);
    }
    for (const section of table.sections) put(section.cell, 'mark mark-section', words.section);
    for (const { cell } of table.totals) put(cell, 'mark mark-total', words.total);
    for (const { cell } of table.notes) put(cell, 'mark mark-note', words.note);
    for (const { cell } of table.signatures) put(cell, 'mark mark-signature', words.signature);
    for (const indicator of table.sections.flatMap(section => section.indicators)) {
      const { content } = indicator.cells;
      if (content && content !== indicator.cells.section) put(content, 'mark-item', indicator.code);
    }
  }
  for (const question of questions) if (question.sheet === sheet) put(question.cell, 'mark mark-question', '?');
  for (const problem of problems) if (problem.sheet === sheet && problem.cell) put(problem.cell, 'mark-problem');
  return {
    cell: (row, column) => marks.get(formatAddress({ row, column })) ?? null,
    column: column => columns.get(column) ?? null,
  };
}
