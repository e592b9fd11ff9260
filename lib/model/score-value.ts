import { formatPoints, parsePoints } from './points';

/** A score as the workbook should hold it: a number where it is one. */
export function scoreValue(text: string): string | number {
  const points = parsePoints(text);
  return points === null ? text : Number(formatPoints(points));
}
