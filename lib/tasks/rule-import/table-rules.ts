import type { CellGrid, GridCell } from '../../model/cells';
import type { RuleColumns } from '../../model/rule-columns';
import type { RuleEntry } from '../../model/rule-entry';
import type { RecognisedTable } from '../../model/table';
import { decidingNotes } from '../whole-table';

/** The scoring rules of a superior's own table, once recognised. */
export function tableRules(tables: readonly RecognisedTable[]): RuleEntry[] {
  return tables.flatMap(table => [
    ...table.sections.flatMap(({ number, name, indicators }) =>
      indicators.flatMap((indicator): RuleEntry[] => {
        const { scoringRule, contentText, weight, cells } = indicator;
        if (!scoringRule?.trim()) return [];
        return [
          {
            content: contentText,
            text: scoringRule.trim(),
            section: { number, name },
            number: String(indicator.number),
            weight: weight?.points ?? null,
            clauses: null,
            cell: cells.scoringRule ? `${table.sheet}!${cells.scoringRule}` : null,
          },
        ];
      }),
    ),
    ...decidingNotes(table).map(({ text, cell }) => ({
      content: '',
      text,
      section: null,
      number: null,
      weight: null,
      clauses: null,
      cell: `${table.sheet}!${cell}`,
    })),
  ]);
}

/** Entries of a sheet whose table was not recognised. A row without content goes on with the one above. */
export function columnRules(rows: readonly (readonly string[])[], columns: RuleColumns): RuleEntry[] {
  const entries: RuleEntry[] = [];
  const at = (row: readonly string[], column: number | null): string =>
    column === null ? '' : (row[column] ?? '').trim();
  for (const row of rows.slice(columns.firstRow)) {
    const content = at(row, columns.content);
    const text = at(row, columns.rule);
    const number = at(row, columns.number).replace(/[.、．]$/, '');
    const last = entries[entries.length - 1];
    if (text === '') {
      if (content !== '') entries.push(entry(content, '', number, at(row, columns.weight)));
    } else if (content === '' && last) {
      last.text = last.text === '' ? text : `${last.text}\n${text}`;
    } else {
      entries.push(entry(content, text, number, at(row, columns.weight)));
    }
  }
  return entries.filter(({ text }) => text !== '');
}

function entry(content: string, text: string, number: string, weight: string): RuleEntry {
  const points = /^(\d+(?:\.\d+)?)\s*分?$/.exec(weight);
  return {
    content,
    text,
    section: null,
    number: number === '' ? null : number,
    weight: points ? Number(points[1]) : null,
    clauses: null,
    cell: null,
  };
}

/** Pasted cells, as the recogniser reads sheets. */
export function gridOfRows(rows: readonly (readonly string[])[]): CellGrid {
  const cell = (row: number, column: number): GridCell | undefined => {
    const text = rows[row]?.[column] ?? '';
    return text === '' ? undefined : { kind: 'text', text, value: text };
  };
  return {
    name: '',
    hidden: false,
    rowCount: rows.length,
    columnCount: Math.max(0, ...rows.map(row => row.length)),
    merges: [],
    cell,
    filledColumns: row => (rows[row] ?? []).flatMap((text, column) => (text === '' ? [] : [column])),
    style: () => 0,
  };
}

/** More rows than any list of rules has, and fewer than would hold up the page. */
const MOST_ROWS = 5_000;

/** A sheet's cells as texts; what lies in a merge stands in its first cell. */
export function rowsOfGrid(grid: CellGrid): string[][] {
  const rows = Math.min(grid.rowCount, MOST_ROWS);
  return Array.from({ length: rows }, (_, row) => {
    const texts: string[] = [];
    for (const column of grid.filledColumns(row)) texts[column] = grid.cell(row, column)?.text ?? '';
    return Array.from(texts, text => text ?? '');
  });
}
