import { parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { Comparison } from './comparison';

/**
 * Whether a copy is of the table that was handed out at all. A wrong file differs everywhere: it is refused in one sentence instead
 * of a list of all of it. A copy cut down to its department's few rows is none: nearly all that it has is found again.
 */
export function isSameTable({ found, expected, outside }: Omit<Comparison, 'changes'>): boolean {
  if (expected === 0 || found * 5 >= expected) return true;
  const strange = new Set<string>();
  for (const { sheet, cell, reason } of outside) {
    if (reason === 'new-row' || reason === 'row-unsure') strange.add(`${parseAddress(cell)?.row} ${sheet}`);
  }
  return found > 0 && strange.size <= found;
}

/** @throws AppError `other-table` */
export function requireSameTable(compared: Omit<Comparison, 'changes'>, file: string): void {
  if (isSameTable(compared)) return;
  throw new AppError('other-table', { file, found: compared.found, expected: compared.expected });
}
