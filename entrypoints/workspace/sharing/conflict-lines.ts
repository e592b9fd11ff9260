import type { ConflictLines } from '../../../components/sync/conflict-card';
import type { Texts } from '../../../components/texts/zh-cn';
import { parseAddress } from '../../../lib/model/address';
import { parseEntity } from '../../../lib/model/entity';
import type { OpValue } from '../../../lib/model/op';
import { replicaNames } from '../../../lib/tasks/sharing/campaign-facts';
import type { Conflict } from '../../../lib/tasks/sharing/conflicts';
import type { CampaignSession } from '../campaign-session';
import { fieldLabel } from './field-label';
import { howEdited } from './how-edited';
import { rowText } from './row-words';

/** A disagreement in words. */
export function conflictLines(
  session: CampaignSession,
  conflict: Conflict,
  suggestion: string | null,
  texts: Texts,
): ConflictLines {
  const { entity } = conflict;
  const names = replicaNames(session.filling.state.values());
  const { text: label, href } = fieldLabel(session, conflict, texts);
  return {
    key: conflict.key,
    label,
    href,
    hint: isKept(conflict) ? texts.sync.conflicts.rowHint : conflict.emptied ? texts.sync.conflicts.emptiedHint : null,
    choices: claimsOf(conflict).map(({ id, field, actor, time, replica, source, value }) => ({
      id,
      who: actor,
      time,
      pc: names.get(replica) ?? replica,
      how: howEdited(source, texts),
      text:
        id === conflict.claims[0]!.id && isKept(conflict)
          ? keptText(session, conflict, texts)
          : (rowText(session, { entity, field }, value, texts) ?? shownValue(session, conflict, value)),
    })),
    suggestion,
  };
}

/** A row that one removed and another wrote into: what was written is one choice, to keep all of it. */
const isKept = ({ entity, field, claims }: Conflict): boolean =>
  field === 'removed' && parseEntity(entity)?.kind === 'row' && claims.some(claim => claim.field !== field);

function claimsOf(conflict: Conflict): Conflict['claims'] {
  if (!isKept(conflict)) return conflict.claims;
  return conflict.claims.filter((claim, at) => at === 0 || claim.field === conflict.field);
}

function keptText(session: CampaignSession, { entity, field: own, claims }: Conflict, texts: Texts): string {
  const written = claims.flatMap(({ field, value }) => {
    if (field === own) return [];
    const role = field in texts.roles ? `${texts.roles[field as keyof typeof texts.roles]}：` : '';
    return `${role}${shownValue(session, { entity, field }, value) ?? ''}`;
  });
  return texts.sync.conflicts.keepRow(written.join('\n'));
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
