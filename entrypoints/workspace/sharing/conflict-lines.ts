import type { ConflictLines } from '../../../components/sync/conflict-card';
import type { Texts } from '../../../components/texts/zh-cn';
import { parseAddress } from '../../../lib/model/address';
import type { OpValue } from '../../../lib/model/op';
import { replicaNames } from '../../../lib/tasks/sharing/campaign-facts';
import type { Conflict } from '../../../lib/tasks/sharing/conflicts';
import type { CampaignSession } from '../campaign-session';
import { fieldLabel } from './field-label';
import { howEdited } from './how-edited';

/** A disagreement in words. */
export function conflictLines(
  session: CampaignSession,
  conflict: Conflict,
  suggestion: string | null,
  texts: Texts,
): ConflictLines {
  const names = replicaNames(session.filling.state.values());
  const { text: label, href } = fieldLabel(session, conflict, texts);
  return {
    key: conflict.key,
    label,
    href,
    emptied: conflict.emptied,
    choices: conflict.claims.map(({ id, actor, time, replica, source, value }) => ({
      id,
      who: actor,
      time,
      pc: names.get(replica) ?? replica,
      how: howEdited(source, texts),
      text: conflict.field === 'removed' ? rowValue(value, texts) : shownValue(session, conflict, value),
    })),
    suggestion,
  };
}

/** Of a row that one removed and another wrote into. */
function rowValue(value: OpValue | undefined, { sync: { conflicts } }: Texts): string {
  return value === true ? conflicts.removeRow : conflicts.keepRow(String(value ?? ''));
}

/** As its cell shows it, dates and percentages included. */
export function shownValue(
  { places, textOf }: CampaignSession,
  { entity, field }: { entity: string; field: string },
  value: OpValue | undefined,
): string | undefined {
  if (value === undefined) return undefined;
  if (value === null) return '';
  if (typeof value === 'string') return value;
  const cell = places.cellOf(entity, field);
  const position = cell && parseAddress(cell.address);
  return position ? textOf(cell.sheet, position, value) : String(value);
}

/** The workbook's own text of a field, '' where it has no cell. */
export function originalText(
  { places, grids }: CampaignSession,
  { entity, field }: { entity: string; field: string },
): string {
  const cell = places.cellOf(entity, field);
  const position = cell && parseAddress(cell.address);
  const grid = cell && grids.find(({ name }) => name === cell.sheet);
  return (position && grid?.cell(position.row, position.column)?.text) || '';
}
