import type { ConflictLines } from '../../../components/sync/conflict-card';
import type { Texts } from '../../../components/texts/zh-cn';
import { parseAddress } from '../../../lib/model/address';
import { parseEntity } from '../../../lib/model/entity';
import type { OpValue } from '../../../lib/model/op';
import { replicaNames } from '../../../lib/tasks/sharing/campaign-facts';
import type { Conflict } from '../../../lib/tasks/sharing/conflicts';
import type { CampaignSession } from '../campaign-session';
import { entryField, entryText } from './entry-words';
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
  const words = wordsOf(session, entity, texts);
  const names = replicaNames(session.filling.state.values());
  const { text: label, href } = fieldLabel(session, conflict, texts);
  return {
    key: conflict.key,
    label,
    href,
    hint: isKept(conflict) ? words.hint : conflict.emptied ? texts.sync.conflicts.emptiedHint : null,
    choices: claimsOf(conflict).map(({ id, field, actor, time, replica, source, value }) => ({
      id,
      who: actor,
      time,
      pc: names.get(replica) ?? replica,
      how: howEdited(source, texts),
      text:
        id === conflict.claims[0]!.id && isKept(conflict)
          ? keptText(session, conflict, words)
          : (words.text(field, value) ?? shownValue(session, conflict, value)),
    })),
    suggestion,
  };
}

interface Words {
  /** Why what was removed is still there. */
  hint: string;
  keep: (text: string) => string;
  /** What a field is called in front of its text; '' where it goes without saying. */
  label: (field: string) => string;
  /** What was said of the whole; undefined for a text like any other. */
  text: (field: string, value: OpValue | undefined) => string | undefined;
}

/** In the words for what it is: a row, an entry of a list, or an answer. */
function wordsOf(session: CampaignSession, entity: string, texts: Texts): Words {
  const parsed = parseEntity(entity);
  if (parsed?.kind === 'entry') {
    const { disputed: hint, keepEntry: keep } = texts.entries;
    const label = (field: string) => entryField(parsed, field, texts);
    return { hint, keep, label, text: (field, value) => entryText(field, value, texts) };
  }
  const { rowHint: hint, keepRow: keep } = texts.sync.conflicts;
  const label = (field: string) => (field in texts.roles ? texts.roles[field as keyof typeof texts.roles] : '');
  return { hint, keep, label, text: (field, value) => rowText(session, { entity, field }, value, texts) };
}

/** What one removed and another wrote into: what was written is one choice, to keep all of it. */
const isKept = ({ entity, field, claims }: Conflict): boolean =>
  field === 'removed' &&
  /^(?:row|entry)$/.test(parseEntity(entity)?.kind ?? '') &&
  claims.some(claim => claim.field !== field);

function claimsOf(conflict: Conflict): Conflict['claims'] {
  if (!isKept(conflict)) return conflict.claims;
  return conflict.claims.filter((claim, at) => at === 0 || claim.field === conflict.field);
}

function keptText(session: CampaignSession, { entity, field: own, claims }: Conflict, words: Words): string {
  const written = claims.flatMap(({ field, value }) => {
    if (field === own) return [];
    const label = words.label(field);
    return `${label === '' ? '' : `${label}：`}${shownValue(session, { entity, field }, value) ?? ''}`;
  });
  return words.keep(written.join('\n'));
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
