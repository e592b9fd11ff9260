import { columnName } from '../model/address';
import type { CellGrid } from '../model/cells';
import { problem } from '../model/problem';
import { QUESTION_TEXTS } from '../model/question-texts';
import type { Problem, Recognition, RecognitionAnswers, RecognitionQuestion } from '../model/table';
import { assembleTable } from './assemble-table';
import { duplicateProblems } from './duplicates';
import { findHeaders, type HeaderBlock } from './find-headers';
import { hasSubstance, isSummary, tableKind } from './is-indicator-table';
import { joinRepeated } from './join-repeated';
import { lanesOf } from './lanes';
import { SheetView } from './sheet-view';
import { sumProblems } from './sums';
import { questions, readColumns } from './table-columns';
import { readTitle } from './title';
import { typoProblems } from './typos';
import { withUnnamedColumns } from './unnamed-columns';

/** No office puts more on one sheet; a sheet made to keep us busy may. */
const MOST_TABLES = 200;

/** What the caller answered, and wants to know. */
export interface Asked {
  answers: RecognitionAnswers;
  problems: boolean;
}

export function recogniseSheet(grid: CellGrid, asked: Asked): Recognition {
  const whole = recogniseGrid(grid, asked);
  const found = whole.tables.length > 0 && !whole.tables.some(hasTwoContents) ? whole : bySide(grid, asked, whole);
  found.tables.forEach((table, i) => {
    table.ordinal = i;
  });
  if (grid.hidden && found.tables.length > 0)
    found.problems.unshift(problem('hidden-sheet', { sheet: grid.name, cell: null }));
  return found;
}

/** Two tables side by side read as one give neither; then each is read by itself. */
function bySide(grid: CellGrid, asked: Asked, whole: Recognition): Recognition {
  const parts = lanesOf(grid).map(lane => recogniseGrid(lane, asked));
  if (!parts.some(part => part.tables.length > 0)) return whole;
  return {
    tables: parts.flatMap(part => part.tables),
    problems: parts.flatMap(part => part.problems),
    questions: parts.flatMap(part => part.questions),
  };
}

function hasTwoContents({ columns }: Recognition['tables'][number]): boolean {
  const content = columns.find(column => column.role === 'content');
  return columns.some(column => column !== content && column.header !== '' && column.header === content?.header);
}

function recogniseGrid(grid: CellGrid, asked: Asked): Recognition {
  const view = new SheetView(grid);
  const found: Recognition = { tables: [], problems: [], questions: [] };
  const blocks = joinRepeated(view, findHeaders(view)).slice(0, MOST_TABLES);
  let ceiling = 0;
  for (const [i, block] of blocks.entries()) {
    const next = blocks[i + 1];
    const end = next ? readTitle(view, next, block.bottom + 1).top - 1 : grid.rowCount - 1;
    recogniseBelow(view, withUnnamedColumns(view, block, end), { from: ceiling, end }, asked, found);
    ceiling = end + 1;
  }
  return found;
}

/** Reads what stands under one header into `found`, if it is a table of ours. */
function recogniseBelow(
  view: SheetView,
  block: HeaderBlock,
  { from, end }: { from: number; end: number },
  { answers, problems }: Asked,
  found: Recognition,
): void {
  const columns = readColumns(view, block, end, answers);
  const kind = tableKind(block, columns);
  if (!kind) return;
  const title = readTitle(view, block, from);
  if (isSummary(view, block, end, columns, title.title?.clean ?? '')) {
    found.problems.push(summarySheet(view.grid.name, block));
    return;
  }
  const table = assembleTable({ view, block, end, kind }, title, columns);
  if (kind !== 'bonus' && !hasSubstance(table)) return;
  const open = questions(view.grid.name, block, columns.drafts);
  found.tables.push(table);
  found.questions.push(...open);
  if (!problems) return;
  found.problems.push(
    ...open.map(asProblem),
    ...sumProblems(table, title.totalCell),
    ...typoProblems(table),
    ...duplicateProblems(table),
  );
}

function asProblem({ sheet, cell, header, reason }: RecognitionQuestion): Problem {
  return problem('ambiguous-heading', { sheet, cell }, { header, why: QUESTION_TEXTS[reason] });
}

function summarySheet(sheet: string, block: HeaderBlock): Problem {
  return problem('summary-sheet', { sheet, cell: columnName(block.left) + (block.top + 1) });
}
