import type { Comparison } from '../../model/rule';
import type { BoundIsland } from '../grammar/island';

export interface Threshold {
  op: Comparison;
  value: number;
  unit: string;
  boundary?: 'ask';
}

/** A bound with one end as a comparison; null for a range. */
export function thresholdOf(bound: BoundIsland, period = ''): Threshold | null {
  if (bound.isRange) return null;
  const unit = (bound.unit || '个') + (period && `/${period}`);
  if (bound.min !== undefined) return { op: bound.minIncl ? '>=' : '>', value: bound.min, unit };
  if (bound.max === undefined) return null;
  return {
    op: bound.maxIncl ? '<=' : '<',
    value: bound.max,
    unit,
    ...(bound.open ? { boundary: 'ask' as const } : {}),
  };
}

const OPPOSITES: Readonly<Record<Comparison, Comparison>> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** 否则, 达不到: the case is that what was asked for is not so. */
export function opposite(threshold: Threshold): Threshold {
  return { op: OPPOSITES[threshold.op], value: threshold.value, unit: threshold.unit };
}
