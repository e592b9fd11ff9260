import type { CellGrid } from '../../model/cells';
import type { RuleColumns, RuleRows } from '../../model/rule-columns';
import type { RuleMatch } from '../../model/rule-entry';
import type { RulesFile } from '../../model/rules-file';
import type { RecognisedTable } from '../../model/table';
import { recogniseTables } from '../../table/recognise-tables';
import { matchRules } from './match-rules';
import { pastedRules } from './pasted-rules';
import { templateEntries } from './rules-template';
import { columnRules, gridOfRows, rowsOfGrid, tableRules } from './table-rules';

/** What came of a paper: its rules, each with the indicator it is for; or sheets whose columns a person has to point out. */
export type RulesRead =
  | { is: 'matches'; matches: RuleMatch[] }
  | { is: 'columns'; sheets: RuleRows[] }
  | { is: 'nothing' };

/** A workbook as it was read: recognised by its headings where possible. */
export function readRulesWorkbook(
  grids: readonly CellGrid[],
  theirs: readonly RecognisedTable[],
  tables: readonly RecognisedTable[],
): RulesRead {
  const entries = tableRules(theirs);
  if (entries.length > 0) return { is: 'matches', matches: matchRules(entries, tables) };
  const sheets = grids
    .filter(({ hidden }) => !hidden)
    .map(grid => ({ name: grid.name, rows: rowsOfGrid(grid) }))
    .filter(({ rows }) => rows.some(row => row.length > 1));
  return sheets.length > 0 ? { is: 'columns', sheets } : { is: 'nothing' };
}

/** Pasted text; `rows` are its cells where it was copied from a table. */
export function readPastedRules(
  text: string,
  rows: readonly (readonly string[])[] | null,
  tables: readonly RecognisedTable[],
): RulesRead {
  if (rows) {
    const entries = tableRules(recogniseTables([gridOfRows(rows)]).tables);
    if (entries.length > 0) return { is: 'matches', matches: matchRules(entries, tables) };
    return { is: 'columns', sheets: [{ name: '', rows }] };
  }
  const matches = bestMatches(text, tables);
  return matches.length > 0 ? { is: 'matches', matches } : { is: 'nothing' };
}

export function readColumns({ rows }: RuleRows, columns: RuleColumns, tables: readonly RecognisedTable[]): RulesRead {
  const entries = columnRules(rows, columns);
  return entries.length > 0 ? { is: 'matches', matches: matchRules(entries, tables) } : { is: 'nothing' };
}

export const readRulesTemplate = (file: RulesFile, tables: readonly RecognisedTable[]): RulesRead => ({
  is: 'matches',
  matches: matchRules(templateEntries(file), tables),
});

/** Of the ways the numbering of a text can be meant, the one that finds most indicators. */
function bestMatches(text: string, tables: readonly RecognisedTable[]): RuleMatch[] {
  let best: RuleMatch[] = [];
  for (const entries of pastedRules(text)) {
    const matches = matchRules(entries, tables);
    if (best.length === 0 || found(matches) > found(best)) best = matches;
  }
  return best;
}

const found = (matches: readonly RuleMatch[]): number =>
  matches.reduce((sum, { target, likely }) => sum + (target ? 1 : likely.length > 0 ? 0.1 : 0), 0);
