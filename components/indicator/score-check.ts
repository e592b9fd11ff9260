import { formatPoints, type Points, parsePoints } from '../../lib/model/points';

export type ScoreTrouble = 'not-a-number' | 'negative' | 'over-weight';

/** What is wrong with a self-score as typed; null for none, an empty one included. */
export function scoreTrouble(text: string, weight: Points | null): ScoreTrouble | null {
  if (text.trim() === '') return null;
  const points = parsePoints(text);
  if (points === null) return 'not-a-number';
  if (points < 0) return 'negative';
  return weight !== null && points > weight ? 'over-weight' : null;
}

/** Half a point, the step that offices score in. */
const STEP = 5_000;

/** One step up or down, kept between 0 and the weight; from nothing it starts at the full weight. */
export function steppedScore(text: string, way: 1 | -1, weight: Points | null): string {
  const points = parsePoints(text);
  if (points === null) return formatPoints(weight ?? (0 as Points));
  const highest = weight === null ? Number.POSITIVE_INFINITY : Math.max(weight, way === -1 ? points : weight);
  return formatPoints(Math.min(highest, Math.max(0, points + way * STEP)) as Points);
}
