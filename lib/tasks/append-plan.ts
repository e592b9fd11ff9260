import { APPENDABLE_COLUMNS, type AppendableRole, type ColumnRole } from '../model/columns';
import type { RecognisedTable } from '../model/table';
import type { AppendColumns } from '../workbook/fill-workbook';

export interface AppendPlan {
  request: AppendColumns;
  /** 0-based sheet column that an appended role will stand in; undefined for a role the table has itself. */
  columnOf(role: ColumnRole): number | undefined;
}

/** Which columns a working copy of this table gains, directly right of it, in the order of APPENDABLE_COLUMNS. */
export function appendPlan(table: RecognisedTable, wanted: readonly AppendableRole[]): AppendPlan {
  const present = new Set(table.columns.map(column => column.role));
  const roles = (Object.keys(APPENDABLE_COLUMNS) as AppendableRole[]).filter(
    role => wanted.includes(role) && !present.has(role),
  );
  return {
    request: {
      sheet: table.sheet,
      range: table.range,
      headerRows: table.headerRows,
      repeatedHeaderRows: table.repeatedHeaderRows,
      titleCells: table.title?.cells ?? [],
      rowGroups: table.sections.flatMap(section => section.indicators.map(indicator => indicator.rows)),
      columns: roles.map(role => ({ role, heading: APPENDABLE_COLUMNS[role] })),
    },
    columnOf(role) {
      const place = (roles as ColumnRole[]).indexOf(role);
      return place < 0 ? undefined : table.range.right + 1 + place;
    },
  };
}
