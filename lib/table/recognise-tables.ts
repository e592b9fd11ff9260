import { columnName } from '../model/address';
import type { CellGrid } from '../model/cells';
import type { Problem, Recognition, RecognitionAnswers, RecognitionQuestion } from '../model/table';
import { assembleTable } from './assemble-table';
import { assertNotClassified } from './classified';
import { duplicateProblems } from './duplicates';
import { findHeaders, type HeaderBlock } from './find-headers';
import { hasSubstance, isSummary, tableKind } from './is-indicator-table';
import { joinRepeated } from './join-repeated';
import { SheetView } from './sheet-view';
import { sumProblems } from './sums';
import { questions, readColumns } from './table-columns';
import { readTitle } from './title';
import { typoProblems } from './typos';

/** No office puts more on one sheet; a sheet made to keep us busy may. */
const MOST_TABLES = 200;

/**
 * Finds the indicator tables of a workbook. What is unsure is applied at a lower confidence and asked; `answers` to
 * those questions override. Throws only for classified workbooks.
 */
export function recogniseTables(grids: readonly CellGrid[], answers: RecognitionAnswers = {}): Recognition {
  assertNotClassified(grids);
  const parts = grids.map(grid => recogniseSheet(grid, answers));
  return {
    tables: parts.flatMap(part => part.tables),
    problems: parts.flatMap(part => part.problems),
    questions: distinctQuestions(parts.flatMap(part => part.questions)),
  };
}

function recogniseSheet(grid: CellGrid, answers: RecognitionAnswers): Recognition {
  const view = new SheetView(grid);
  const found: Recognition = { tables: [], problems: [], questions: [] };
  const blocks = joinRepeated(view, findHeaders(view)).slice(0, MOST_TABLES);
  let ceiling = 0;
  blocks.forEach((block, i) => {
    const next = blocks[i + 1];
    const end = next ? readTitle(view, next, block.bottom + 1).top - 1 : grid.rowCount - 1;
    const columns = readColumns(view, block, end, answers);
    const kind = tableKind(block, columns);
    if (kind) {
      const title = readTitle(view, block, ceiling);
      if (isSummary(view, block, end, columns, title.title?.clean ?? '')) {
        found.problems.push(summarySheet(grid.name, block));
        ceiling = end + 1;
        return;
      }
      const table = assembleTable({ view, block, end, ordinal: found.tables.length, kind }, title, columns);
      if (kind === 'bonus' || hasSubstance(table)) {
        const asked = questions(grid.name, block, columns.drafts);
        found.tables.push(table);
        found.questions.push(...asked);
        found.problems.push(
          ...asked.map(asProblem),
          ...sumProblems(table, title.totalCell),
          ...typoProblems(table),
          ...duplicateProblems(table),
        );
      }
    }
    ceiling = end + 1;
  });
  if (grid.hidden && found.tables.length > 0) found.problems.unshift(hiddenSheet(grid.name));
  return found;
}

function asProblem(question: RecognitionQuestion): Problem {
  const { sheet, cell, header, why } = question;
  return { code: 'ambiguous-heading', severity: 'warning', sheet, cell, message: `“${header}”列：${why}。` };
}

function summarySheet(sheet: string, block: HeaderBlock): Problem {
  const message = `“${sheet}”是汇总表，其中的数字来自别处，未作为指标表读取。`;
  return { code: 'summary-sheet', severity: 'info', sheet, cell: columnName(block.left) + (block.top + 1), message };
}

function hiddenSheet(sheet: string): Problem {
  return { code: 'hidden-sheet', severity: 'info', sheet, cell: null, message: `“${sheet}”是隐藏的工作表。` };
}

/** Tables of one shape ask the same: once is enough. */
function distinctQuestions(asked: readonly RecognitionQuestion[]): RecognitionQuestion[] {
  return [...new Map(asked.map(question => [question.id, question])).values()];
}
