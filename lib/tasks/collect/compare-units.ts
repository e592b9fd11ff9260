import type { UnitFlagKind } from '../../model/collect-texts';
import { addPoints, formatPoints, type Points } from '../../model/points';
import type { SentenceValues } from '../../model/sentence';
import type { ComparedIndicator, Unit, UnitComparison, UnitFlag, UnitIndicator } from '../../model/unit-comparison';
import { similarity } from '../returned/text-similarity';

export interface CompareOptions {
  /** ISO day: what was due before it and is empty is late. */
  today: string;
  /** ISO day by which the files were to be handed in. */
  due?: string;
}

const SAME_CONTENT = 0.75;
/** Fewer units than this say nothing about what is usual. */
const ENOUGH_UNITS = 5;
/** Of units that wrote the very same text. */
const SUSPICIOUS_SHARE = 0.2;
const SUSPICIOUS_UNITS = 3;

/** Units × indicators: a pure function of what was read of each file. */
export function compareUnits(read: readonly Unit[], options: CompareOptions): UnitComparison {
  const units = withNames(read);
  const columns = alignIndicators(units);
  const spreads = columns.map(({ cells }) => spreadOf(cells.flatMap(cell => cell?.score ?? [])));
  const indicators = columns.map(({ cells, ...column }, place) => ({ ...column, median: spreads[place]!.middle }));
  const prints = countPrints(units);
  return {
    indicators,
    units: units.map((unit, at) => {
      const row = columns.map(column => column.cells[at] ?? null);
      const late = (cell: UnitIndicator) => !cell.filled && cell.deadline !== null && cell.deadline < options.today;
      const flags = row.flatMap((cell, place) => {
        const common = indicators[place]!;
        return cell
          ? cellFlags(cell, common, spreads[place]!, prints, units.length)
          : missingFlag(common, units.length);
      });
      return {
        file: unit.file,
        name: unit.name,
        total: unit.total,
        selfTotal: addPoints(unit.indicators.flatMap(({ score }) => score ?? [])),
        indicators: unit.indicators.length,
        filled: unit.indicators.filter(({ filled }) => filled).length,
        late: unit.indicators.filter(late).length,
        evidence: unit.indicators.reduce((sum, { evidence }) => sum + (evidence ?? 0), 0),
        savedAt: unit.savedAt,
        cells: row.map(cell => cell && { ...pick(cell), late: late(cell) }),
        flags: [...unitFlags(unit, options), ...flags],
      };
    }),
  };
}

const pick = ({ score, scoreText, filled, evidence }: UnitIndicator) => ({ score, scoreText, filled, evidence });

interface Column {
  code: string;
  content: string;
  key: string;
  weight: Points | null;
  cells: (UnitIndicator | null)[];
}

/** By what an indicator says, wherever it stands; else by its code. */
function alignIndicators(units: readonly Unit[]): Column[] {
  const columns: Column[] = [];
  const byKey = new Map<string, Column>();
  const byCode = new Map<string, Column[]>();
  // Units with the most usual table come first, so that they set the order.
  const shapes = new Map<string, number>();
  const shapeOf = (unit: Unit) => unit.indicators.map(({ key }) => key).join('\u0000');
  for (const unit of units) shapes.set(shapeOf(unit), (shapes.get(shapeOf(unit)) ?? 0) + 1);
  const order = units
    .map((unit, at) => ({ unit, at, usual: shapes.get(shapeOf(unit))! }))
    .sort((a, b) => b.usual - a.usual || a.at - b.at);
  for (const { unit, at } of order) {
    const rest: UnitIndicator[] = [];
    for (const indicator of unit.indicators) {
      const column = byKey.get(indicator.key);
      if (column && !column.cells[at]) column.cells[at] = indicator;
      else rest.push(indicator);
    }
    for (const indicator of rest) {
      const same = (byCode.get(indicator.code) ?? []).find(column => !column.cells[at]);
      const column = same ?? {
        code: indicator.code,
        content: indicator.content,
        key: indicator.key,
        weight: indicator.weight,
        cells: units.map(() => null),
      };
      column.cells[at] = indicator;
      if (same) continue;
      columns.push(column);
      if (!byKey.has(column.key)) byKey.set(column.key, column);
      byCode.set(column.code, [...(byCode.get(column.code) ?? []), column]);
    }
  }
  for (const column of columns) column.weight = mostFrequent(column.cells.flatMap(cell => cell?.weight ?? []));
  return columns;
}

function countPrints(units: readonly Unit[]): Map<number, number> {
  const prints = new Map<number, number>();
  for (const unit of units) {
    const own = new Set(unit.indicators.flatMap(({ completionPrint }) => completionPrint ?? []));
    for (const print of own) prints.set(print, (prints.get(print) ?? 0) + 1);
  }
  return prints;
}

function missingFlag({ code }: ComparedIndicator, units: number): UnitFlag[] {
  return units > 1 ? [{ kind: 'missing', code, details: {} }] : [];
}

function cellFlags(
  cell: UnitIndicator,
  common: ComparedIndicator & { key: string },
  spread: Spread,
  prints: ReadonlyMap<number, number>,
  units: number,
): UnitFlag[] {
  const flags: UnitFlag[] = [];
  const flag = (kind: UnitFlagKind, details: SentenceValues = {}) => flags.push({ kind, code: common.code, details });
  const { score, scoreText, weight } = cell;
  if (score === null && scoreText !== '') flag('score-unreadable', { score: scoreText.slice(0, 20) });
  if (score !== null) {
    const shown = formatPoints(score);
    if (weight !== null && score > weight) flag('score-above-weight', { score: shown, weight: formatPoints(weight) });
    else if (score < 0) flag('score-negative', { score: shown });
    else if (common.median !== null && isOutlier(score, spread, common.median, weight)) {
      flag('score-outlier', { score: shown, median: formatPoints(common.median) });
    }
    if (!cell.filled) flag('score-without-completion');
  }
  if (weight !== null && common.weight !== null && weight !== common.weight) {
    flag('weight-differs', { weight: formatPoints(weight), common: formatPoints(common.weight) });
  }
  if (cell.key !== common.key && similarity(cell.key, common.key) < SAME_CONTENT) flag('content-differs');
  if (cell.sample !== null) flag('sample-text', { text: cell.sample });
  if (cell.copiesMeasures) flag('copied-measures');
  const same = (cell.completionPrint === null ? 1 : (prints.get(cell.completionPrint) ?? 1)) - 1;
  if (same + 1 >= Math.max(SUSPICIOUS_UNITS, units * SUSPICIOUS_SHARE)) flag('same-text', { units: same });
  return flags;
}

interface Spread {
  count: number;
  middle: Points | null;
  /** Median absolute deviation. */
  usual: number;
}

/** Of one indicator's scores; reckoned once, not for every unit anew. */
function spreadOf(scores: readonly Points[]): Spread {
  const middle = median(scores);
  const usual = middle === null ? null : median(scores.map(score => Math.abs(score - middle) as Points));
  return { count: scores.length, middle, usual: usual ?? 0 };
}

/** Far from the middle by the spread of the others, and by a fifth of the weight at least. */
function isOutlier(score: Points, { count, usual }: Spread, middle: Points, weight: Points | null): boolean {
  if (count < ENOUGH_UNITS) return false;
  const far = Math.abs(score - middle);
  return far > 3 * 1.4826 * usual && far * 5 >= (weight ?? middle);
}

function unitFlags({ indicators, savedAt }: Unit, { due }: CompareOptions): UnitFlag[] {
  const flags: UnitFlag[] = [];
  const scored = indicators.filter(({ weight }) => weight !== null);
  if (scored.length > 2 && scored.every(({ score, weight }) => score === weight)) {
    flags.push({ kind: 'all-full', code: null, details: {} });
  }
  const saved = savedAt?.slice(0, 10);
  if (due && saved && saved > due) flags.push({ kind: 'returned-late', code: null, details: { saved, due } });
  return flags;
}

function median(values: readonly Points[]): Points | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const both = sorted.length % 2 === 1 ? sorted[middle]! * 2 : sorted[middle - 1]! + sorted[middle]!;
  return Math.round(both / 2) as Points;
}

function mostFrequent(values: readonly Points[]): Points | null {
  const counts = new Map<Points, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** One table handed out with one name in its title gives all units that name: then the files' names tell them apart. */
function withNames(units: readonly Unit[]): Unit[] {
  const counts = new Map<string, number>();
  for (const { name } of units) counts.set(name, (counts.get(name) ?? 0) + 1);
  return units.map(unit => {
    if (counts.get(unit.name) === 1) return unit;
    const stem = unit.file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
    return stem === unit.name ? unit : { ...unit, name: stem };
  });
}
