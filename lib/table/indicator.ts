import { columnName } from '../model/address';
import type { GridCell } from '../model/cells';
import type { ColumnRole } from '../model/columns';
import type { Deadline, Indicator, Measure, Weight } from '../model/table';
import { cleanText, foldWidth, withoutTags } from '../model/text';
import { type IndicatorRows, ownPlace } from './build-sections';
import { parseDeadline } from './deadline';
import type { DraftColumn } from './draft-column';
import { leadingNumber, splitMeasures } from './measures';
import { parseSectionHeader } from './section-header';
import type { SheetView } from './sheet-view';
import { type PrintedWeight, parseWeight, round, scaledWeight, type WeightScale } from './weight';

export interface IndicatorContext {
  view: SheetView;
  columns: ReadonlyMap<ColumnRole, DraftColumn>;
  /** All role columns, first of each role first. */
  year: number | null;
  scale: WeightScale;
  /** Most rows of a table share a few wordings. */
  deadlines: Map<string, Deadline | null>;
}

/** An indicator but for its code, which its section gives. `printed` is the number printed for it, if any. */
export interface DraftIndicator {
  indicator: Omit<Indicator, 'code' | 'number'>;
  printed: number | null;
}

export function readIndicator(rows: IndicatorRows, context: IndicatorContext): DraftIndicator {
  const { view, columns } = context;
  const contentColumn = columns.get('content')!;
  const place = ownPlace(view, rows.first, contentColumn)!;
  const contentText = view.cell(place.row, place.column)!.text;
  const { body, rule } = splitRule(contentText, contentColumn, columns);
  const own = leadingNumber(body);
  const cells = indicatorCells(rows.first, context);
  const weight = readWeight(rows, context, contentText);
  const scoringRule = rule ?? joined(rows, context, 'scoringRule');
  const deadlineColumn = columns.get('deadline');
  return {
    printed: own?.number ?? sequenceNumber(rows.first, context),
    indicator: {
      content: cleanText(own?.rest ?? body),
      contentText,
      measures: readMeasures(rows, context),
      deadline: deadlineColumn ? readDeadline(shownIn(view, rows.first, deadlineColumn), context) : null,
      weight,
      rows: { first: rows.first + 1, last: rows.last + 1 },
      cells,
      confidence: confidenceOf(columns, weight),
      ...(scoringRule ? { scoringRule } : {}),
    },
  };
}

/** The anchors of each role's cell, empty ones included. */
function indicatorCells(row: number, { view, columns }: IndicatorContext): Indicator['cells'] {
  const cells: Indicator['cells'] = {};
  for (const [role, draft] of columns) {
    const own = draft.right > draft.column ? ownPlace(view, row, draft) : null;
    const place = own ?? view.anchor(row, draft.column);
    cells[role] = columnName(place.column) + (place.row + 1);
  }
  return cells;
}

function shownIn(view: SheetView, row: number, draft: DraftColumn) {
  const own = ownPlace(view, row, draft);
  return own ? view.cell(own.row, own.column) : view.shown(row, draft.column);
}

function readDeadline(cell: GridCell | undefined, { deadlines, year }: IndicatorContext): Deadline | null {
  if (cell?.kind !== 'text') return parseDeadline(cell, year);
  const known = deadlines.get(cell.text);
  if (known !== undefined) return known;
  const deadline = parseDeadline(cell, year);
  if (deadlines.size < 10_000) deadlines.set(cell.text, deadline);
  return deadline;
}

function readMeasures(rows: IndicatorRows, { view, columns }: IndicatorContext): Measure[] {
  const column = columns.get('measures');
  if (!column || column === columns.get('content')) return [];
  const places = [];
  for (let row = rows.first; row <= rows.last; row++) {
    const place = ownPlace(view, row, column);
    if (place) places.push(place);
  }
  const measures: Measure[] = [];
  for (const place of places) {
    const text = view.cell(place.row, place.column)!.text;
    const split = splitMeasures(text, measures.length + 1);
    const cell = columnName(place.column) + (place.row + 1);
    measures.push(...(places.length > 1 ? split.map(measure => ({ ...measure, cell })) : split));
  }
  // Rows that each begin anew with "1." are still one list.
  const distinct = new Set(measures.map(measure => measure.number)).size === measures.length;
  return distinct ? measures : measures.map((measure, i) => ({ ...measure, number: i + 1 }));
}

function joined(rows: IndicatorRows, { view, columns }: IndicatorContext, role: ColumnRole): string | undefined {
  const column = columns.get(role);
  if (!column) return undefined;
  const texts: string[] = [];
  for (let row = rows.first; row <= rows.last; row++) {
    const place = ownPlace(view, row, column);
    if (place) texts.push(withoutTags(view.cell(place.row, place.column)!.text).trim());
  }
  return texts.length > 0 ? texts.join('\n') : undefined;
}

function readWeight(rows: IndicatorRows, { view, columns, scale }: IndicatorContext, content: string): Weight | null {
  const column = columns.get('weight');
  if (!column) return weightInContent(content);
  const weights: PrintedWeight[] = [];
  for (let row = rows.first; row <= rows.last; row++) {
    const place = ownPlace(view, row, column);
    const weight = place && parseWeight(view.cell(place.row, place.column));
    if (weight) weights.push(weight);
  }
  const scaled = weights.map(weight => scaledWeight(weight, scale));
  const [first] = scaled;
  if (!first) {
    const shown = ownPlace(view, rows.first, column);
    return shown ? { text: view.cell(shown.row, shown.column)!.text, points: null, unit: 'points' } : null;
  }
  if (scaled.length === 1 || (rows.repeated && scaled.every(({ points }) => points === first.points))) return first;
  // Measures weighted one by one: the indicator weighs what they weigh together.
  const points = scaled.every(weight => weight.points !== null)
    ? round(scaled.reduce((sum, weight) => sum + weight.points!, 0))
    : null;
  return { text: scaled.map(weight => weight.text).join('、'), points, unit: first.unit };
}

/** "1.成立领导小组，定期研究。（5分）" in tables without a weight column. */
function weightInContent(content: string): Weight | null {
  const { weight, unit } = parseSectionHeader(content);
  const text = /[（(][^（()）]*[）)]$/.exec(cleanText(content))?.[0] ?? '';
  return weight !== null && unit === 'points' && text ? { text, points: weight, unit: 'points' } : null;
}

const RULE_CLAUSE = /[.;,\n][^.;,\n]{0,40}?(?:扣|得|减|加|不得)\s*\d*(?:\.\d+)?\s*分/;

/** 考核内容及计分标准 in one cell: shown apart at the first clause that speaks of points, never written back so. */
function splitRule(text: string, content: DraftColumn, columns: ReadonlyMap<ColumnRole, DraftColumn>) {
  if (columns.get('scoringRule') !== content) return { body: text, rule: undefined };
  const clause = RULE_CLAUSE.exec(foldWidth(text));
  if (!clause) return { body: text, rule: undefined };
  return { body: text.slice(0, clause.index + 1), rule: withoutTags(text.slice(clause.index + 1)).trim() };
}

/** "3", "1.3", "1-3" or "(3)" in a 序号 column. */
function sequenceNumber(row: number, { view, columns }: IndicatorContext): number | null {
  const column = columns.get('sequence');
  const place = column && ownPlace(view, row, column);
  if (!place) return null;
  const text = foldWidth(cleanText(view.cell(place.row, place.column)!.text));
  const match = /^\(?(?:\d{1,3}[.-])*(\d{1,4})[).,]?$/.exec(text);
  return match ? Number(match[1]) : null;
}

function confidenceOf(columns: ReadonlyMap<ColumnRole, DraftColumn>, weight: Weight | null): number {
  const content = columns.get('content')!.confidence;
  const doubtful = columns.has('weight') && weight?.points == null;
  return round(content * (doubtful ? 0.8 : 1));
}
