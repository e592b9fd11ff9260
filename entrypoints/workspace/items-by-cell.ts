import type { Item } from '../../lib/model/item';
import { cellPlace } from './cell-place';

/** Which item a cell belongs to. A section's merged cell belongs to none. */
export function itemsByCell(items: readonly Item[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const { entity, table, indicator } of items) {
    for (const [role, address] of Object.entries(indicator.cells)) {
      if (role === 'section' || role === 'subsection') continue;
      const key = cellPlace(table.sheet, address);
      if (!found.has(key)) found.set(key, entity);
    }
  }
  return found;
}
