import type { CellRange } from '../model/address';
import { lastOf } from '../model/last';
import { cleanText } from '../model/text';
import { guessRoles, isForeignHeading, isUsualHeading, type RoleGuess } from './heading-roles';
import { isBlank, type SheetView } from './sheet-view';

export interface HeaderColumn {
  column: number;
  /** Beyond `column` where one heading stands over several columns. */
  right: number;
  /** Headings from the top level down. */
  path: string[];
  guesses: RoleGuess[];
}

/** Rows that look like the headings of a table, ours or another's. */
export interface HeaderBlock extends CellRange {
  columns: HeaderColumn[];
  /** Headings of a contact list, a schedule …: where it stands, a table above it has ended. */
  foreign: boolean;
}

const MOST_LEVELS = 4;
/** A header printed again beyond these is still seen where the rows of its table are read. */
const MOST_BLOCKS = 1_000;
const MOST_COLUMNS = 80;
/** Raw characters; a heading pasted from a web page carries tags. */
const LONGEST_RAW_HEADING = 160;

/** Further down a sheet a header is looked for only in rows that begin with a heading in its usual spelling. */
const CLOSELY_READ_ROWS = 2_000;
/** Rows of data are told by their first cells. */
const FIRST_CELLS = 6;

type Word = { guesses: RoleGuess[]; foreign: boolean };

/** All header blocks of a sheet, top down. Each row is looked at once; each distinct text is judged once. */
export function findHeaders(view: SheetView): HeaderBlock[] {
  const words = new Map<string, Word>();
  const blocks: HeaderBlock[] = [];
  let examined = 0;
  for (let row = 0; row < view.grid.rowCount && blocks.length < MOST_BLOCKS; row++) {
    if (view.grid.filledColumns(row).length < 2) continue;
    if (examined++ >= CLOSELY_READ_ROWS && !namesAHeading(view, row, words)) continue;
    const looks = headingLooks(view, row, words);
    if (!looks) continue;
    const block = readBlock(view, row, lastOf(blocks)?.bottom ?? -1, looks === 'foreign', words);
    blocks.push(block);
    row = block.bottom;
  }
  return blocks;
}

function namesAHeading(view: SheetView, row: number, words: ReadonlyMap<string, Word>): boolean {
  return view.grid
    .filledColumns(row)
    .slice(0, FIRST_CELLS)
    .some(column => {
      const cell = view.cell(row, column)!;
      if (cell.kind !== 'text' || cell.text.length > 20) return false;
      const word = words.get(cell.text);
      return word ? word.guesses.length > 0 || word.foreign : isUsualHeading(cell.text);
    });
}

function headingLooks(view: SheetView, row: number, words: Map<string, Word>): 'ours' | 'foreign' | null {
  const filled = view.grid.filledColumns(row);
  if (filled.length < 2) return null;
  const columns = filled.length > MOST_COLUMNS ? filled.slice(0, MOST_COLUMNS) : filled;
  const roles = new Set<string>();
  let cells = 0;
  let exact = 0;
  let known = 0;
  let foreign = 0;
  let long = 0;
  for (const column of columns) {
    const cell = view.cell(row, column);
    if (!cell || isBlank(cell)) continue;
    cells++;
    if (cell.kind !== 'text') return null;
    if (cell.text.length > (cell.text.includes('<') ? LONGEST_RAW_HEADING : 50)) {
      // Indicator rows have two long cells and more; a heading with a filling instruction is one.
      if (++long > 1) return null;
      continue;
    }
    const word = wordOf(cell.text, words);
    if (word.guesses.length > 0) {
      known++;
      if (word.guesses[0]!.exact) exact++;
      roles.add(word.guesses[0]!.role);
    } else if (word.foreign) foreign++;
    if (cells === FIRST_CELLS && known + foreign === 0) return null;
  }
  if (foreign >= 2 && foreign + known >= 3 && (foreign + known) / cells >= 0.6) {
    return known > foreign && exact >= 2 && roles.size >= 3 ? 'ours' : 'foreign';
  }
  const enough = (exact >= 2 && known >= 2) || (exact >= 1 && known >= 3) || known >= 4;
  return enough && roles.size >= 2 && known / cells >= 0.5 ? 'ours' : null;
}

function wordOf(text: string, words: Map<string, Word>): Word {
  const known = words.get(text);
  if (known) return known;
  const guesses = guessRoles(text);
  const word = { guesses, foreign: isForeignHeading(text) };
  // Bounded: texts of a large sheet are mostly distinct, and none of them is a heading.
  if (words.size < 20_000) words.set(text, word);
  return word;
}

function readBlock(
  view: SheetView,
  row: number,
  above: number,
  foreign: boolean,
  words: Map<string, Word>,
): HeaderBlock {
  const top = topOf(view, row, above, words);
  const bottom = bottomOf(view, top, row, words);
  const columns = readColumns(view, top, bottom, row);
  return {
    top,
    bottom,
    left: columns[0]?.column ?? 0,
    right: lastOf(columns)?.right ?? 0,
    columns,
    foreign,
  };
}

/** Rows above belong to the header when a merge reaches down from them or they group the columns below. */
function topOf(view: SheetView, row: number, above: number, words: Map<string, Word>): number {
  let top = row;
  while (top - 1 > above && row - top + 1 < MOST_LEVELS && groupsBelow(view, top - 1, top, words)) top--;
  return top;
}

function groupsBelow(view: SheetView, upper: number, lower: number, words: Map<string, Word>): boolean {
  const lowerColumns = view.filled(lower, 0, Number.MAX_SAFE_INTEGER);
  const upperColumns = view.filled(upper, 0, Number.MAX_SAFE_INTEGER);
  if (upperColumns.length === 0 || upperColumns.length > MOST_COLUMNS) return false;
  let groups = 0;
  for (const column of upperColumns) {
    const cell = view.cell(upper, column)!;
    // A colon makes a label of a form, such as 被考核单位：, and no heading.
    if (cell.kind !== 'text' || cell.text.length > LONGEST_RAW_HEADING || /[:：]/.test(cell.text)) return false;
    const merge = view.merge(upper, column);
    if (merge && merge.bottom >= lower) return true;
    const covered = lowerColumns.filter(c => c >= column && c <= (merge?.right ?? column)).length;
    if (covered > 1 && covered < lowerColumns.length) groups++;
    else if (wordOf(cell.text, words).guesses.length > 0 && upperColumns.length > 1) groups++;
  }
  return groups > 0 && groups * 2 >= upperColumns.length;
}

function bottomOf(view: SheetView, top: number, row: number, words: Map<string, Word>): number {
  let bottom = row;
  for (let level = top; level <= bottom && level < top + MOST_LEVELS; level++) {
    for (const column of view.filled(level, 0, Number.MAX_SAFE_INTEGER).slice(0, MOST_COLUMNS)) {
      const merge = view.merge(level, column);
      if (merge) bottom = Math.max(bottom, Math.min(merge.bottom, top + MOST_LEVELS - 1));
    }
  }
  while (bottom - top + 1 < MOST_LEVELS && isSubHeader(view, bottom, words)) bottom++;
  return bottom;
}

/** Does the row below hold sub-headings: short known words, all under a heading that spans more than their column? */
function isSubHeader(view: SheetView, bottom: number, words: Map<string, Word>): boolean {
  const columns = view.filled(bottom + 1, 0, Number.MAX_SAFE_INTEGER);
  if (columns.length < 2 || columns.length > MOST_COLUMNS) return false;
  const headings = view.filled(bottom, 0, Number.MAX_SAFE_INTEGER);
  let known = 0;
  for (const column of columns) {
    const cell = view.cell(bottom + 1, column)!;
    if (cell.kind !== 'text' || cell.text.length > 20) return false;
    if (wordOf(cell.text, words).guesses.length > 0) known++;
    const heading = lastOf(headings.filter(c => c <= column));
    const next = headings.find(c => c > column) ?? lastOf(columns)! + 1;
    if (heading === undefined) return false;
    const merge = view.merge(bottom, heading);
    if ((merge ? merge.right : next - 1) === heading) return false;
  }
  return known * 2 >= columns.length;
}

function readColumns(view: SheetView, top: number, bottom: number, row: number): HeaderColumn[] {
  const wanted = new Set<number>();
  for (let level = top; level <= bottom; level++) {
    for (const column of view.filled(level, 0, Number.MAX_SAFE_INTEGER).slice(0, MOST_COLUMNS)) {
      const merge = view.merge(level, column);
      const right = Math.min(merge?.right ?? column, column + MOST_COLUMNS);
      for (let covered = column; covered <= right; covered++) wanted.add(covered);
    }
  }
  const columns: HeaderColumn[] = [];
  let lastAnchor = '';
  for (const column of [...wanted].sort((a, b) => a - b)) {
    const path: string[] = [];
    let anchor = '';
    for (let level = top; level <= bottom; level++) {
      const place = view.anchor(level, column);
      const cell = view.cell(place.row, place.column);
      if (isBlank(cell) || `${place.row},${place.column}` === anchor) continue;
      anchor = `${place.row},${place.column}`;
      path.push(cleanText(cell!.text));
    }
    if (path.length === 0) continue;
    const previous = lastOf(columns);
    if (previous && anchor === lastAnchor) {
      previous.right = column;
      continue;
    }
    lastAnchor = anchor;
    // A group heading that is not merged stands over its first column only.
    if (path.length === 1 && previous && previous.path.length > 1 && bottom > row && isBlank(view.shown(row, column))) {
      path.unshift(previous.path[0]!);
    }
    columns.push({ column, right: column, path, guesses: guessPath(path) });
  }
  return columns;
}

/** The lowest heading decides; "责任" over "单位" and "考核指标" over "一级" are read together. */
function guessPath(path: readonly string[]): RoleGuess[] {
  const leaf = guessRoles(lastOf(path)!);
  if (path.length === 1 || leaf[0]?.exact) return leaf;
  const joined = guessRoles(path.slice(-2).join(''));
  if (joined[0]?.exact || leaf.length === 0) return joined.length > 0 ? joined : leaf;
  return leaf;
}
