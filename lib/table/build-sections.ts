import { formatAddress } from '../model/address';
import type { GridCell } from '../model/cells';
import type { ColumnRole } from '../model/columns';
import type { Indicator } from '../model/table';
import { matchKey } from '../model/text';
import type { DraftColumn } from './draft-column';
import { parseSectionHeader, type SectionHeader } from './section-header';
import { isBlank, type SheetView } from './sheet-view';
import type { BodyRow } from './table-body';

/** Rows of one indicator, before its texts are read. */
export interface IndicatorRows {
  first: number;
  last: number;
  /** The content stands on every row: a table whose merges were undone, its weight repeated with it. */
  repeated?: boolean;
}

export interface SectionRows {
  header: SectionHeader;
  /** null for the one section of a table that names none. */
  place: { row: number; column: number } | null;
  text: string;
  /** The row its own weight may stand in. */
  row: number;
  indicators: IndicatorRows[];
}

type Columns = ReadonlyMap<ColumnRole, DraftColumn>;

/** Groups the rows into sections and indicators. */
export function groupRows(view: SheetView, rows: readonly BodyRow[], columns: Columns): SectionRows[] {
  const sectionColumn = sectionsInColumn(view, rows, columns) ? columns.get('section') : undefined;
  const content = columns.get('content')!;
  const sections: SectionRows[] = [];
  let style: SectionHeader['style'] | null = null;
  let current: SectionRows | null = null;
  let indicator: IndicatorRows | null = null;
  let contentText = '';
  for (const body of rows) {
    if (body.kind === 'header') continue;
    if (body.kind === 'section') {
      indicator = null;
      if (!sectionColumn) openFromRow(body);
    } else if (body.kind === 'data') readData(body.row);
    else {
      indicator = null;
      contentText = '';
      // A section ends at its total or a note; what follows without a name is no part of it.
      if (body.kind !== 'signature' && current !== null && ends(current, body.row)) current = null;
    }
  }
  return sections.filter(section => section.place !== null || section.indicators.length > 0);

  /** A 小计 row may stand inside the section's merged cell. */
  function ends(section: SectionRows, row: number): boolean {
    if (!section.place) return false;
    const merge = view.merge(section.place.row, section.place.column);
    return merge === undefined || merge.bottom <= row;
  }

  function openFromRow(body: Extract<BodyRow, { kind: 'section' }>): void {
    const text = view.cell(body.place.row, body.place.column)!.text;
    const header = parseSectionHeader(text);
    if (body.number !== null) header.number = body.number;
    // "一、" rows are sections, the "（一）" rows below them part one section into subsections.
    if (style !== null && style !== header.style && current?.header.style === style && header.style !== 'none') return;
    style ??= header.style;
    open({ header, place: body.place, text, row: body.row, indicators: [] });
  }

  function readData(row: number): void {
    if (sectionColumn) {
      const place = ownPlace(view, row, sectionColumn);
      // Under one heading over two columns a covered first cell goes on, whatever its second level says.
      const covered = view.anchor(row, sectionColumn.column).row < row;
      if (place && !(covered && place.column > sectionColumn.column)) openFromCell(place);
    }
    const place = ownPlace(view, row, content);
    const text = place ? wording(view.cell(place.row, place.column)) : null;
    if (!place || text === null) {
      if (indicator && continues(row)) indicator.last = Math.max(indicator.last, row);
      return;
    }
    if (indicator && text === contentText && text.length >= 8) {
      indicator.last = row;
      indicator.repeated = true;
      return;
    }
    contentText = text;
    current ??= open({ header: parseSectionHeader(''), place: null, text: '', row, indicators: [] });
    const bottom = view.merge(place.row, place.column)?.bottom ?? row;
    indicator = { first: row, last: Math.max(row, bottom) };
    current.indicators.push(indicator);
  }

  function continues(row: number): boolean {
    if (view.anchor(row, content.column).row !== row) return true;
    return [...columns].some(([role, draft]) => !LEVELS.has(role) && ownPlace(view, row, draft) !== null);
  }

  function openFromCell(place: { row: number; column: number }): void {
    const text = view.cell(place.row, place.column)!.text;
    const header = parseSectionHeader(text);
    // Printed again after a page break or on every row: the same section goes on.
    if (current?.place && isSame(current.header, header)) return;
    indicator = null;
    contentText = '';
    open({ header, place, text, row: place.row, indicators: [] });
  }

  function open(section: SectionRows): SectionRows {
    sections.push(section);
    current = section;
    indicator = null;
    contentText = '';
    return section;
  }
}

/** "一、甲" and "二、甲" are two sections, "（一）甲" and "甲（续）" one. */
function isSame(one: SectionHeader, other: SectionHeader): boolean {
  const numbered = one.number !== null && other.number !== null;
  return matchKey(one.name) === matchKey(other.name) && (!numbered || one.number === other.number);
}

/** A content has words; a number there is a misplaced count or nothing of ours. */
function wording(cell: GridCell | undefined): string | null {
  return cell?.kind === 'text' && /\p{L}/u.test(cell.text) ? cell.text : null;
}

const LEVELS: ReadonlySet<ColumnRole> = new Set(['section', 'subsection', 'content', 'sequence']);

/** The cell of a column in this row, where it has one of its own; a heading may span several columns. */
export function ownPlace(
  view: SheetView,
  row: number,
  { column, right }: Pick<DraftColumn, 'column' | 'right'>,
): { row: number; column: number } | null {
  for (let c = column; c <= right; c++) if (!isBlank(view.cell(row, c))) return { row, column: c };
  return null;
}

/**
 * Rows that span the table and a section column may both exist: then the one that prints numbers or weights names the
 * sections, the column if neither does.
 */
function sectionsInColumn(view: SheetView, rows: readonly BodyRow[], columns: Columns): boolean {
  const column = columns.get('section');
  if (!column) return false;
  const marked = (text: string) => {
    const header = parseSectionHeader(text);
    return header.weight !== null || header.style === 'bracket' || header.style === 'comma';
  };
  let cells = 0;
  let markedCells = 0;
  let markedRows = 0;
  for (const body of rows) {
    if (body.kind === 'section' && marked(view.cell(body.place.row, body.place.column)!.text)) markedRows++;
    const place = body.kind === 'data' ? ownPlace(view, body.row, column) : null;
    if (!place) continue;
    cells++;
    if (marked(view.cell(place.row, place.column)!.text)) markedCells++;
  }
  return cells > 0 && (markedCells > 0 || markedRows === 0);
}

/** Numbers as printed where each is there once; where one is missing or doubled, its place in the section. */
export function numberIndicators(printed: readonly (number | null)[]): number[] {
  const used = new Set<number>();
  const numbers = printed.map((number, i) => {
    if (number === null || used.has(number)) return i + 1;
    used.add(number);
    return number;
  });
  return new Set(numbers).size === numbers.length ? numbers : printed.map((_, i) => i + 1);
}

export function sectionCell(section: SectionRows, firstIndicator: Indicator | undefined): string {
  return section.place ? formatAddress(section.place) : (firstIndicator?.cells.content ?? 'A1');
}
