import { fieldState } from '../../components/page/field-state';
import type { PageGroup, PageRow } from '../../components/page/page-row';
import type { Item } from '../../lib/model/item';
import type { PageField } from '../../lib/model/page-field';
import type { PageGuide } from '../../lib/model/page-guide';
import { isPageRole } from '../../lib/model/page-table';
import { takesFromPage } from '../../lib/tasks/page-values';
import type { FrameFields } from './tab-link';
import { fieldKeyOf, type TabFields } from './use-tab-link';

interface Ground {
  tab: TabFields;
  guide: PageGuide;
  itemOf: (code: string) => Item | null;
  heldBy: (code: string, role: string) => string | null;
}

/** The page's fields beside the table, by indicator; and the field in use where it belongs to none. */
export function pageGroups({ tab, guide, itemOf, heldBy }: Ground): { groups: PageGroup[]; unknown: PageRow | null } {
  const groups = new Map<string, PageGroup & { rows: PageRow[] }>();
  let unknown: PageRow | null = null;
  for (const frame of tab.frames) {
    for (const field of frame.fields) {
      const { code, role } = field;
      const item = code === null ? null : itemOf(code);
      const row = pageRow(tab, frame, field, {
        held: code !== null && role !== null ? heldBy(code, role) : null,
        takes: code !== null && role !== null && takesFromPage(guide, code, role),
      });
      if (!item || code === null) {
        if (row.isInUse) unknown = row;
        continue;
      }
      const group = groups.get(code) ?? { item, code, rows: [] };
      groups.set(code, group);
      group.rows.push(row);
    }
  }
  return { groups: [...groups.values()], unknown };
}

function pageRow(
  tab: TabFields,
  { frame, focused }: FrameFields,
  field: PageField,
  { held, takes }: { held: string | null; takes: boolean },
): PageRow {
  const key = fieldKeyOf(frame, field.id);
  return {
    key,
    field,
    role: isPageRole(field.role) ? field.role : null,
    held,
    state: fieldState(field, held),
    takes: takes && !field.isFile,
    isInUse: tab.usedFrame === frame && focused === field.id,
    outcome: tab.outcomes.get(key) ?? null,
  };
}
