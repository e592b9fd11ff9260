import { addPoints, type Points, pointsOf } from '../../model/points';
import type { RecognisedTable, Section } from '../../model/table';
import { countsTowardsTotal } from '../../table/sums';

/** What is declared, and what the indicators' weights come to; null where that cannot be told. In points. */
export interface WeightSum {
  declared: number | null;
  sum: number | null;
}

const SCALE = 10_000;

export function sectionSum(section: Section): WeightSum {
  return { declared: section.weight, sum: sumOf([section]) };
}

export function tableSum(table: RecognisedTable): WeightSum {
  return { declared: table.total, sum: sumOf(table.sections.filter(countsTowardsTotal)) };
}

function sumOf(sections: readonly Section[]): number | null {
  const weights = sections.flatMap(({ indicators }) => indicators.map(({ weight }) => weight?.points ?? null));
  const points = weights.map(weight => (weight === null ? null : pointsOf(weight)));
  if (points.length === 0 || points.includes(null)) return null;
  return addPoints(points as Points[]) / SCALE;
}
