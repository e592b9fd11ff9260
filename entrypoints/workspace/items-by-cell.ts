import type { ColumnRole } from '../../lib/model/columns';
import type { Item } from '../../lib/model/item';
import { cellPlace } from './cell-place';

export interface ItemCell {
  item: Item;
  role: ColumnRole;
}

/** Which item a cell belongs to, and as what. A section's merged cell belongs to none. */
export function itemsByCell(items: readonly Item[]): Map<string, ItemCell> {
  const found = new Map<string, ItemCell>();
  for (const item of items) {
    for (const [role, address] of Object.entries(item.indicator.cells)) {
      if (role === 'section' || role === 'subsection') continue;
      const key = cellPlace(item.table.sheet, address);
      if (!found.has(key)) found.set(key, { item, role: role as ColumnRole });
    }
  }
  return found;
}
