import Big from 'big.js';
import type { RuleOf } from '../../model/rule';

type Grade = RuleOf<'grade'>;
type GradeBand = Grade['bands'][number];

/** Where a total stands among the grades of the table. */
export interface GradeState {
  /** null in a gap between two grades, and outside of all. */
  label: string | null;
  /** No grade covers the total: the table leaves it open, and so do we. */
  gap: boolean;
  /** The grades on either side of a gap. */
  below: string | null;
  above: string | null;
  /** The next better grade and the points (or percent) it takes. */
  next: { label: string; missing: number } | null;
}

/** `value` in what the grades are stated in: points, or percent of the points that apply. */
export function gradeState(rule: Grade, value: number): GradeState {
  const exact = new Big(value);
  const covering = rule.bands.find(band => covers(band, exact));
  const below = nearest(rule.bands, band => band.max !== undefined && exact.gt(band.max), 'max', 'highest');
  const above = nearest(rule.bands, band => band.min !== undefined && exact.lt(band.min), 'min', 'lowest');
  return {
    label: covering?.label ?? null,
    gap: !covering,
    below: covering ? null : (below?.label ?? null),
    above: covering ? null : (above?.label ?? null),
    next: above ? { label: above.label, missing: new Big(above.min!).minus(exact).toNumber() } : null,
  };
}

/** Both ends included, as "85—89分" and "90分以上" mean it. */
function covers({ min, max }: GradeBand, value: Big): boolean {
  return (min === undefined || value.gte(min)) && (max === undefined || value.lte(max));
}

function nearest(
  bands: readonly GradeBand[],
  test: (band: GradeBand) => boolean,
  edge: 'min' | 'max',
  which: 'highest' | 'lowest',
): GradeBand | null {
  const sign = which === 'highest' ? -1 : 1;
  return [...bands.filter(test)].sort((a, b) => sign * (a[edge]! - b[edge]!))[0] ?? null;
}

/** Ranges of totals that no grade covers, between the lowest and the highest grade: 89 < total < 90. */
export function gradeGaps(rule: Grade): { above: number; below: number }[] {
  const bands = [...rule.bands].sort(
    (a, b) => (a.min ?? Number.NEGATIVE_INFINITY) - (b.min ?? Number.NEGATIVE_INFINITY),
  );
  return bands.slice(1).flatMap((band, i) => {
    const { max } = bands[i]!;
    return max !== undefined && band.min !== undefined && band.min > max ? [{ above: max, below: band.min }] : [];
  });
}
