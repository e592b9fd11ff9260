import { lastOf } from '../model/last';
import { foldWidth } from '../model/text';
import type { HeaderBlock, HeaderColumn } from './find-headers';
import { guessRoles, headingKey, LONGEST_HEADING } from './heading-roles';
import { parseSectionHeader } from './section-header';
import { isBlank, type SheetView } from './sheet-view';
import { parseWeight } from './weight';

/** What the cells below a heading look like, counted over the first rows of a table. */
export interface ColumnProfile {
  filled: number;
  averageLength: number;
  weights: number;
  rules: number;
  methods: number;
  units: number;
  integers: number;
  /** Cells that are themselves headings: a form or a transposed table. */
  headings: number;
  /** Cells merged over more than one row. */
  tall: number;
  /** Cells such as "（一）领导责任落实（10分）". */
  sections: number;
}

const SAMPLE_ROWS = 200;
const RULE = /扣|不得分|得\s*\d|加\s*\d|满分|\d\s*分/;
const METHOD = /查阅|查看|实地|现场|听取|询问|座谈|资料|台账|材料|抽查|走访|问卷|测评|暗访/;
const UNIT = /^(%|％|‰|次|条|件|起|个|人|人次|户|家|篇|项|场|天|万元|元|公里|平方米|是\/否|分)$/;

export function profileColumns(view: SheetView, block: HeaderBlock, end: number): ColumnProfile[] {
  const profiles = block.columns.map(() => emptyProfile());
  let seen = 0;
  for (let row = block.bottom + 1; row <= end && seen < SAMPLE_ROWS; row++) {
    const filled = view.filled(row, block.left, block.right);
    if (filled.length === 0) continue;
    seen++;
    // A single cell is a section, a note or a signature: it says nothing about its column.
    if (filled.length === 1 && (view.merge(row, filled[0]!)?.right ?? 0) > filled[0]!) continue;
    if (isHeaderAgain(view, row, block)) continue;
    for (const [i, column] of block.columns.entries()) count(view, row, column, profiles[i]!);
  }
  for (const profile of profiles) if (profile.filled > 0) profile.averageLength /= profile.filled;
  return profiles;
}

function isHeaderAgain(view: SheetView, row: number, block: HeaderBlock): boolean {
  const same = block.columns.filter(({ column, path }) => {
    const text = view.cell(row, column)?.text ?? '';
    return text !== '' && text.length <= LONGEST_HEADING && headingKey(text) === headingKey(lastOf(path) ?? '');
  });
  return same.length >= 2;
}

function count(view: SheetView, row: number, header: HeaderColumn, profile: ColumnProfile): void {
  for (let column = header.column; column <= header.right; column++) {
    const cell = view.cell(row, column);
    if (!cell || isBlank(cell)) continue;
    profile.filled++;
    profile.averageLength += cell.text.length;
    const merge = view.merge(row, column);
    if (merge && merge.bottom > merge.top) profile.tall++;
    if (parseWeight(cell)) profile.weights++;
    if (cell.text.length < 12 && /^\(?\d{1,4}[).,]?$/.test(foldWidth(cell.text.trim()))) profile.integers++;
    if (UNIT.test(cell.text.trim())) profile.units++;
    if (cell.kind !== 'text') return;
    if (RULE.test(cell.text)) profile.rules++;
    if (METHOD.test(cell.text)) profile.methods++;
    if (cell.text.length <= 12 && guessRoles(cell.text)[0]?.exact) profile.headings++;
    const section = parseSectionHeader(cell.text.slice(0, 80));
    if (cell.text.length <= 60 && section.style !== 'digit' && (section.number !== null || section.weight !== null)) {
      profile.sections++;
    }
    return;
  }
}

export function emptyProfile(): ColumnProfile {
  return {
    filled: 0,
    averageLength: 0,
    weights: 0,
    rules: 0,
    methods: 0,
    units: 0,
    integers: 0,
    headings: 0,
    tall: 0,
    sections: 0,
  };
}
