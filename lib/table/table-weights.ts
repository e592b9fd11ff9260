import type { SectionRows } from './build-sections';
import type { SheetView } from './sheet-view';
import type { TableColumns } from './table-columns';
import { type PrintedWeight, parseWeight, scaledWeight, type WeightScale, weightScale } from './weight';

/** The points of each section: from "（10分）" in its name, else from the weight column beside it or in its row. */
export function sectionWeights(
  view: SheetView,
  groups: readonly SectionRows[],
  columns: TableColumns,
  total: number | null,
): (number | null)[] {
  const printed = groups.map(group => printedSectionWeight(view, group, columns));
  const known = printed.filter(weight => weight !== null);
  const heading = (columns.sectionWeight ?? columns.byRole.get('weight'))?.header ?? '';
  const scale = weightScale(known, heading, total);
  return printed.map(weight => weight && scaledWeight(weight, scale).points);
}

function printedSectionWeight(view: SheetView, group: SectionRows, columns: TableColumns): PrintedWeight | null {
  if (group.header.weight !== null) {
    const unit = group.header.unit === 'percent' ? 'percent' : 'points';
    return { text: group.text, value: group.header.weight, unit };
  }
  const row = group.place?.row;
  const column = columns.sectionWeight ?? columns.byRole.get('weight');
  if (row === undefined || !column) return null;
  // In a section's own row the weight column speaks of the section; beside an indicator it does not.
  const ofIndicator = group.indicators.some(indicator => indicator.first === row);
  if (!columns.sectionWeight && ofIndicator) return null;
  const anchor = view.anchor(row, column.column);
  return anchor.row === row ? parseWeight(view.cell(anchor.row, anchor.column)) : null;
}

/** What the indicators' weights of each section mean. */
export function indicatorScales(
  view: SheetView,
  groups: readonly SectionRows[],
  columns: TableColumns,
  total: number | null,
  sections: readonly (number | null)[],
): WeightScale[] {
  const column = columns.byRole.get('weight');
  const weights = groups.map(group => (column ? printedWeights(view, group, column.column) : []));
  const whole = weightScale(weights.flat(), column?.header ?? '', total);
  return groups.map((_, i) => shareOfSection(weights, sections, i) ?? whole);
}

function printedWeights(view: SheetView, group: SectionRows, column: number): PrintedWeight[] {
  const weights: PrintedWeight[] = [];
  for (const indicator of group.indicators) {
    for (let row = indicator.first; row <= indicator.last; row++) {
      const weight = parseWeight(view.cell(row, column));
      if (weight) weights.push(weight);
    }
  }
  return weights;
}

/** Weights that add up to 1, or to 100%, within every section are shares of its points. */
function shareOfSection(
  weights: readonly PrintedWeight[][],
  sections: readonly (number | null)[],
  i: number,
): WeightScale | null {
  const points = sections[i];
  if (weights.length < 2 || points == null) return null;
  if (addUpTo(1, 'bare', weights)) return { unit: 'factor', factor: points };
  return addUpTo(100, 'percent', weights) ? { unit: 'percent', factor: points / 100 } : null;
}

function addUpTo(sum: number, unit: PrintedWeight['unit'], weights: readonly PrintedWeight[][]): boolean {
  return weights.every(
    group =>
      group.every(weight => weight.unit === unit) &&
      Math.abs(group.reduce((all, weight) => all + weight.value, 0) - sum) < sum / 200,
  );
}
