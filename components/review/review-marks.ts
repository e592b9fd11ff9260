import { formatAddress } from '../../lib/model/address';
import type { ColumnRole } from '../../lib/model/columns';
import type { Problem, RecognisedTable, RecognitionQuestion } from '../../lib/model/table';
import { matchKey } from '../../lib/model/text';
import type { CellMark } from '../table/sheet-source';
import type { MarkOf } from '../table/sheet-surface';
import type { Texts } from '../texts/zh-cn';

/** What was recognised on one sheet, as marks on its cells. */
export function reviewMarks(
  sheet: string,
  tables: readonly RecognisedTable[],
  questions: readonly RecognitionQuestion[],
  problems: readonly Problem[],
  texts: Texts,
): MarkOf {
  const marks = new Map<string, CellMark>();
  const put = (cell: string, className: string, label?: string): void => {
    const before = marks.get(cell);
    const both = before ? `${before.className} ${className}` : className;
    const kept = label ?? before?.label;
    marks.set(cell, kept === undefined ? { className: both } : { className: both, label: kept });
  };
  const { marks: words } = texts.review;
  const roleName = (role: ColumnRole): string => texts.roles[role];
  for (const table of tables.filter(candidate => candidate.sheet === sheet)) {
    for (const cell of table.title?.cells ?? []) put(cell, 'mark mark-title', words.title);
    const [headerRow] = table.headerRows;
    for (const { role, header, column } of table.columns) {
      if (!role || !headerRow) continue;
      // Where the heading says it itself a tick is enough, and leaves the heading legible.
      const label = matchKey(header) === matchKey(roleName(role)) ? '✓' : roleName(role);
      put(formatAddress({ row: headerRow - 1, column }), 'mark mark-header', label);
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
  return (row, column) => marks.get(formatAddress({ row, column })) ?? null;
}
