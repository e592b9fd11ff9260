import type { Problem, RecognisedTable } from '../model/table';
export function duplicateProblems(_table: RecognisedTable): Problem[] {
  return [];
}
