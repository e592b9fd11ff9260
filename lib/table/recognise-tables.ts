import type { CellGrid } from '../model/cells';
import type { Recognition, RecognitionAnswers, RecognitionQuestion } from '../model/table';
import { assertNotClassified } from './classified';
import { recogniseSheet } from './recognise-sheet';

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

/** Tables of one shape ask the same: once is enough. */
function distinctQuestions(asked: readonly RecognitionQuestion[]): RecognitionQuestion[] {
  return [...new Map(asked.map(question => [question.id, question])).values()];
}
