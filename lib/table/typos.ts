import type { Problem, RecognisedTable } from '../model/table';
export function typoProblems(_table: RecognisedTable): Problem[] {
  return [];
}
