import type { CellGrid } from '../model/cells';
import type { Recognition, RecognitionAnswers, RecognitionQuestion } from '../model/table';
import { assertNotClassified } from './classified';
import { type Asked, recogniseSheet } from './recognise-sheet';

/**
 * Finds the indicator tables of a workbook. What is unsure is applied at a lower confidence and asked; `answers` to
 * those questions override. Without `problems`, slips in the wording are not sought: it spares two fifths of the time where only
 * the entries count. Throws only for classified workbooks.
 */
export function recogniseTables(
  grids: readonly CellGrid[],
  answers: RecognitionAnswers = {},
  { problems = true }: { problems?: boolean } = {},
): Recognition {
  assertNotClassified(grids);
  const asked: Asked = { answers, problems };
  const parts = grids.map(grid => recogniseSheet(grid, asked));
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
