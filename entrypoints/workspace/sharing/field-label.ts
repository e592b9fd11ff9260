import type { Texts } from '../../../components/texts/zh-cn';
import { parseEntity } from '../../../lib/model/entity';
import type { Place } from '../../../lib/tasks/answer-places';
import type { CampaignSession } from '../campaign-session';
import { cellPlace } from '../cell-place';
import { campaignLink } from '../route';
import { entryLabel, itemOfEntry } from './entry-words';
import { itemOf, rowLabel } from './row-words';

export interface FieldLabel {
  /** "2.3 完成情况", or a cell "表 C5" where it belongs to no indicator. */
  text: string;
  href: string | null;
}

/** What a field is to the person, and where to see it. */
export function fieldLabel(session: CampaignSession, place: Place, texts: Texts): FieldLabel {
  const { campaign, places, items, itemsByCell } = session;
  const { entity, field } = place;
  const cell = places.cellOf(entity, field);
  const byCell = cell && itemsByCell.get(cellPlace(cell.sheet, cell.address));
  const item = items.find(candidate => candidate.entity === entity) ?? byCell?.item;
  const parsed = parseEntity(entity);
  if (parsed?.kind === 'row') {
    const row = itemOf(items, parsed);
    const href = row ? campaignLink(campaign.id, 'items', row.entity) : null;
    return { text: rowLabel(session, parsed, field, texts), href };
  }
  if (parsed?.kind === 'entry') {
    const owner = itemOfEntry(items, parsed);
    const href = owner ? campaignLink(campaign.id, 'items', owner.entity) : null;
    return { text: entryLabel(items, parsed, place, texts), href };
  }
  const role = parsed?.kind === 'cell' ? byCell?.role : field;
  if (item) {
    const said = role && role in texts.roles ? texts.roles[role as keyof typeof texts.roles] : wordOf(field, texts);
    return { text: `${item.indicator.code} ${said}`, href: campaignLink(campaign.id, 'items', item.entity) };
  }
  if (parsed?.kind === 'cell') {
    const at = cellPlace(parsed.sheet, parsed.address);
    return { text: `${parsed.sheet} ${parsed.address}`, href: campaignLink(campaign.id, 'table', at) };
  }
  const code = parsed?.kind === 'indicator' ? parsed.code : entity;
  return { text: `${code} ${wordOf(field, texts)}`, href: null };
}

function wordOf(field: string, texts: Texts): string {
  if (field === 'note') return texts.item.note;
  const measure = /^measure:(.+)$/.exec(field)?.[1];
  if (measure) return `${texts.roles.measures} ${measure}`;
  return field in texts.roles ? texts.roles[field as keyof typeof texts.roles] : field;
}
