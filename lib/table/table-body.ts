import type { CellPosition } from '../model/address';
import type { ColumnRole } from '../model/columns';
import { lastIndexWhere } from '../model/last';
import { matchKey } from '../model/text';
import { chineseNumber } from './chinese-number';
import type { DraftColumn } from './draft-column';
import type { HeaderBlock } from './find-headers';
import { isHintRow, isIndexRow, isNote, isSignature, isUnitOrDate, rowKey, sumLabel } from './row-kinds';
import { parseSectionHeader } from './section-header';
import { isBlank, type SheetView } from './sheet-view';

/** A row below the header, by what it is for. */
export type BodyRow =
  | { kind: 'data'; row: number }
  | { kind: 'section'; row: number; place: CellPosition; number: string | null }
  | { kind: 'sum'; row: number; sum: 'subtotal' | 'total'; place: CellPosition; of: string }
  | { kind: 'note' | 'signature'; row: number; columns: readonly number[] }
  | { kind: 'header'; row: number };

export interface BodyColumns {
  byRole: ReadonlyMap<ColumnRole, DraftColumn>;
  /** Roles whose cells in a section row or totals row are numbers about it, not text of it. */
  numeric: ReadonlySet<number>;
}

const SHORT = 60;

/** Says what each row from the header to `end` is. One pass; a row costs no more than its filled cells. */
export function readBody(
  view: SheetView,
  block: HeaderBlock,
  end: number,
  columns: BodyColumns,
  titleKeys: ReadonlySet<string>,
): BodyRow[] {
  const headings = headingKeys(view, block);
  const content = columns.byRole.get('content')!.column;
  const rows: BodyRow[] = [];
  let afterHeader = true;
  let inNotes = false;
  for (let row = block.bottom + 1; row <= end; row++) {
    const filled = view.filled(row, block.left, block.right);
    if (filled.length === 0) continue;
    const first = view.cell(row, filled[0]!)!;
    const title = filled.length === 1 && titleKeys.has(matchKey(first.text));
    if (title || repeatsHeader(view, row, filled, headings)) {
      rows.push({ kind: 'header', row });
      afterHeader = true;
      continue;
    }
    if (afterHeader && isNumbersOrHints(row, filled)) {
      rows.push({ kind: 'header', row });
      continue;
    }
    afterHeader = false;
    const read = readRow(row, filled, first.text, inNotes);
    inNotes = read.kind === 'note';
    rows.push(read);
  }
  return trailingNotes(rows);

  /** Right below a header; of other rows the texts are not asked for. */
  function isNumbersOrHints(row: number, filled: readonly number[]): boolean {
    const texts = filled.map(column => view.cell(row, column)!.text);
    return isIndexRow(texts) || isHintRow(texts);
  }

  /** Lines below the last row of data that would be sections of nothing: "1.本表一式两份。" */
  function trailingNotes(all: BodyRow[]): BodyRow[] {
    const last = lastIndexWhere(all, ({ kind }) => kind === 'data' || kind === 'sum');
    return all.map((body, i) => {
      if (i <= last || body.kind !== 'section') return body;
      const { weight } = parseSectionHeader(view.cell(body.place.row, body.place.column)!.text);
      return weight === null ? { kind: 'note', row: body.row, columns: [body.place.column] } : body;
    });
  }

  function readRow(row: number, filled: readonly number[], lead: string, afterNote: boolean): BodyRow {
    const sum = sumRow(row, filled);
    if (sum) return sum;
    const single = filled.length === 1;
    const hasContent = filled.includes(content) && filled[0] !== content;
    if (!hasContent && (isNote(lead) || (afterNote && single))) return { kind: 'note', row, columns: filled };
    if (isLabels(row, filled, !hasContent)) return { kind: 'signature', row, columns: filled };
    return sectionRow(row, filled) ?? { kind: 'data', row };
  }

  /** Labels for names and dates: every cell one, or the first one and names beside it. */
  function isLabels(row: number, filled: readonly number[], leadOnly: boolean): boolean {
    const isLabel = (column: number) => {
      const { text } = view.cell(row, column)!;
      return isSignature(text) || isUnitOrDate(text);
    };
    if (!isLabel(filled[0]!)) return false;
    return leadOnly ? filled.every(column => view.cell(row, column)!.text.length <= 90) : filled.every(isLabel);
  }

  function sumRow(row: number, filled: readonly number[]): BodyRow | null {
    for (const column of filled.slice(0, 4)) {
      const cell = view.cell(row, column)!;
      if (cell.kind !== 'text') continue;
      const label = cell.text.length <= SHORT ? sumLabel(cell.text) : null;
      if (!label) {
        if (cell.text.length > SHORT) return null;
        continue;
      }
      // "总分" inside a row of long texts is somebody's wording; a totals row has numbers and labels only.
      const plain = filled.every(other => view.cell(row, other)!.text.length <= SHORT);
      if (plain) return { kind: 'sum', row, sum: label.kind, place: { row, column }, of: label.of };
    }
    return null;
  }

  function sectionRow(row: number, filled: readonly number[]): BodyRow | null {
    const words = filled.filter(column => !columns.numeric.has(column));
    const sequence = columns.byRole.get('sequence')?.column;
    if (sequence !== undefined && words.length === 2 && words[0] === sequence) {
      const mark = rowKey(view.cell(row, sequence)!.text).replace(/^[(第]|[)部分]+$/g, '');
      const text = view.cell(row, words[1]!)!.text;
      if (chineseNumber(mark) && text.length <= SHORT) {
        return { kind: 'section', row, place: { row, column: words[1]! }, number: mark };
      }
    }
    if (words.length !== 1) return null;
    const column = words[0]!;
    const cell = view.cell(row, column)!;
    if (cell.kind !== 'text' || cell.text.length > SHORT * 2) return null;
    const merge = view.merge(row, column);
    if (merge && merge.bottom > merge.top && merge.right === merge.left) return null;
    const header = parseSectionHeader(cell.text);
    const marked = header.style === 'bracket' || header.style === 'comma' || header.style === 'part';
    const wide = merge !== undefined && merge.right > merge.left && merge.right >= content && merge.left <= content;
    const beside = column < content && isBlank(view.shown(row, content));
    const sure = marked || header.weight !== null;
    if (wide || (beside && (sure || !isRoleColumn(column))) || (column === content && sure && alone(row, column))) {
      return { kind: 'section', row, place: { row, column }, number: header.number };
    }
    return null;
  }

  function isRoleColumn(column: number): boolean {
    return columns.byRole.get('section')?.column === column || columns.byRole.get('subsection')?.column === column;
  }

  /** In the content column itself only a row without measures, rule or deadline can be a heading. */
  function alone(row: number, column: number): boolean {
    return [...columns.byRole.values()].every(
      draft => draft.column === column || columns.numeric.has(draft.column) || isBlank(view.shown(row, draft.column)),
    );
  }
}

type Headings = { column: number; key: string }[][];

function headingKeys(view: SheetView, block: HeaderBlock): Headings {
  const levels: Headings = [];
  for (let row = block.top; row <= block.bottom; row++) {
    const keys = view.filled(row, block.left, block.right).map(column => ({ column, key: keyAt(view, row, column) }));
    if (keys.length > 0) levels.push(keys);
  }
  return levels;
}

function repeatsHeader(view: SheetView, row: number, filled: readonly number[], headings: Headings): boolean {
  return headings.some(level => {
    const [first] = level;
    if (!first || level.length < 2 || filled.length < 2 || filled[0]! > first.column + 1) return false;
    // Most rows are told apart by their first two cells.
    if (!level.slice(0, 2).some(({ column, key }) => shortKey(view, row, column) === key)) return false;
    const same = level.filter(({ column, key }) => shortKey(view, row, column) === key).length;
    return same * 5 >= level.length * 4 && same * 5 >= filled.length * 4;
  });
}

function keyAt(view: SheetView, row: number, column: number): string {
  return matchKey(view.cell(row, column)?.text ?? '');
}

function shortKey(view: SheetView, row: number, column: number): string | null {
  const cell = view.cell(row, column);
  return cell?.kind !== 'text' || cell.text.length > 160 ? null : matchKey(cell.text);
}
