import type { Texts } from '../../../components/texts/zh-cn';
import { type Entity, indicatorEntity, parseEntity, rowEntity } from '../../../lib/model/entity';
import { currentValue, fieldKey } from '../../../lib/model/field-state';
import type { OpValue } from '../../../lib/model/op';
import type { RecognisedTable } from '../../../lib/model/table';
import { isNewRow, newRowIds, type RowField, rowOrder, rowReader } from '../../../lib/tasks/drafting/row-order';
import type { CampaignSession } from '../campaign-session';

type Row = Extract<Entity, { kind: 'row' }>;

const isDraft = (field: string): boolean => field.startsWith('draft:');
const bare = (field: string): string => field.replace(/^draft:/, '');

/** "2.3 整行", "2.3 位置", "2.3 起草的考评内容": what of a row it is about. */
export function rowLabel({ items }: CampaignSession, row: Row, field: string, texts: Texts): string {
  const { conflicts } = texts.sync;
  const code = itemOf(items, row)?.indicator.code ?? (isNewRow(row.id) ? conflicts.newRow : row.id);
  const what = bare(field);
  const said =
    what === 'place'
      ? conflicts.place
      : what in texts.roles
        ? texts.roles[what as keyof typeof texts.roles]
        : conflicts.row;
  return `${code} ${isDraft(field) ? conflicts.drafted(said) : said}`;
}

export const itemOf = (items: CampaignSession['items'], { sheet, ordinal, id }: Row) =>
  items.find(({ entity }) => entity === indicatorEntity(sheet, ordinal, id));

/** What somebody said of a row as such: that it goes, where it stands. undefined for its drafted wording, which is a text like any other. */
export function rowText(
  session: CampaignSession,
  { entity, field }: { entity: string; field: string },
  value: OpValue | undefined,
  texts: Texts,
): string | undefined {
  const { conflicts } = texts.sync;
  const what = bare(field);
  if (what === 'removed') return value === true ? conflicts.removeRow : conflicts.keepRow(String(value ?? ''));
  const row = parseEntity(entity);
  if (what !== 'place' || row?.kind !== 'row') return undefined;
  const before = rowBefore(session, row, value);
  if (!before) return conflicts.placeFirst;
  const indicator = itemOf(session.items, before)?.indicator;
  // The number that is printed says what the code says.
  const words = indicator?.contentText.replace(/^\s*\d+\s*[.．、]\s*/, '').slice(0, 24);
  return conflicts.placeAfter(indicator ? `${indicator.code} ${words}` : conflicts.newRow);
}

/** Which row it would come after if that place were chosen; null for the first of its section. */
function rowBefore({ workbook, drafting, filling }: CampaignSession, row: Row, place: OpValue | undefined): Row | null {
  const tables: readonly RecognisedTable[] = drafting?.received ?? workbook.recognition.tables;
  const table = tables.find(({ sheet, ordinal }) => sheet === row.sheet && ordinal === row.ordinal);
  if (!table) return null;
  const own = rowEntity(row.sheet, row.ordinal, row.id);
  const read = rowReader(table, (entity: string, field: string) =>
    entity === own && field === ('place' satisfies RowField)
      ? place
      : currentValue(filling.state.get(fieldKey(entity, field))),
  );
  const ids = newRowIds(table, filling.state.keys());
  for (const section of table.sections) {
    const rows = rowOrder(section, ids, read).filter(({ id, removed }) => !removed || id === row.id);
    const at = rows.findIndex(({ id }) => id === row.id);
    if (at > 0) return { ...row, id: rows[at - 1]!.id };
    if (at === 0) return null;
  }
  return null;
}
