import { parseAddress } from '../../model/address';
import type { CellGrid } from '../../model/cells';
import { ANSWER_ROLES, type ColumnRole } from '../../model/columns';
import type { Indicator, RecognisedTable } from '../../model/table';
import { MergedGrid } from './merged-grid';

/** An indicator's rows (0-based) in what was handed out. */
export interface BaseBlock {
  code: string;
  top: number;
  bottom: number;
  /** The column (0-based) of the text by which it is found again, and that text as a comparing key. */
  identityColumn: number;
  identity: string;
}

export interface BaseTable {
  headerRows: readonly number[];
  left: number;
  right: number;
  /** Columns that the unit fills in: the answer roles, and those whose heading says nothing to us. */
  answerColumns: readonly number[];
  /** Printed by whoever issued the table. */
  fixedColumns: readonly number[];
  blocks: readonly BaseBlock[];
}

export interface BaseSheet {
  grid: MergedGrid;
  tables: readonly BaseTable[];
}

/** What was handed out, read once for any number of returned copies. */
export interface MergeBase {
  sheets: readonly BaseSheet[];
  /** No indicator table was recognised: every cell may be filled in. */
  plain: boolean;
}

const IDENTITY_ROLES: readonly ColumnRole[] = ['content', 'subsection', 'scoringRule', 'target', 'measures', 'section'];

export function mergeBase(grids: readonly CellGrid[], tables: readonly RecognisedTable[]): MergeBase {
  return {
    plain: tables.length === 0,
    sheets: grids.map(grid => ({
      grid: new MergedGrid(grid),
      tables: tables.filter(table => table.sheet === grid.name).map(table => baseTable(new MergedGrid(grid), table)),
    })),
  };
}

function baseTable(grid: MergedGrid, table: RecognisedTable): BaseTable {
  const roleOf = new Map(table.columns.map(({ column, role }) => [column, role]));
  const isAnswer = (column: number) => {
    const role = roleOf.get(column) ?? null;
    return role === null || (ANSWER_ROLES as readonly ColumnRole[]).includes(role);
  };
  const columns = [...new Set(table.columns.map(({ column }) => column))].sort((a, b) => a - b);
  return {
    headerRows: table.headerRows.map(row => row - 1),
    left: table.range.left,
    right: table.range.right,
    answerColumns: columns.filter(isAnswer),
    fixedColumns: columns.filter(column => !isAnswer(column)),
    blocks: table.sections.flatMap(section => section.indicators.flatMap(indicator => baseBlock(grid, indicator))),
  };
}

function baseBlock(grid: MergedGrid, indicator: Indicator): BaseBlock[] {
  const top = indicator.rows.first - 1;
  const bottom = indicator.rows.last - 1;
  for (const role of IDENTITY_ROLES) {
    const position = indicator.cells[role] === undefined ? null : parseAddress(indicator.cells[role]);
    const identity = position ? grid.key(position.row, position.column) : '';
    if (!position || identity === '') continue;
    return [{ code: indicator.code, top, bottom, identityColumn: position.column, identity }];
  }
  return [];
}
