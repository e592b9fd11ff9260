import { entryName } from '../../../components/entries/use-entry-rows';
import type { Texts } from '../../../components/texts/zh-cn';
import { type Entity, indicatorEntity } from '../../../lib/model/entity';
import { ADDED, REMOVED } from '../../../lib/model/entry';
import type { AnyEntry, Item } from '../../../lib/model/item';
import type { OpValue } from '../../../lib/model/op';
import { maskPrivateNumbers } from '../../../lib/model/private-numbers';
import type { Place } from '../../../lib/tasks/answer-places';

type EntryName = Extract<Entity, { kind: 'entry' }>;

export const itemOfEntry = (items: readonly Item[], { sheet, ordinal, code }: EntryName): Item | undefined =>
  items.find(({ entity }) => entity === indicatorEntity(sheet, ordinal, code));

/** "2.3 佐证登记“会议纪要” · 存放位置". Asked about private numbers, a person is not shown them in the name as well. */
export function entryLabel(items: readonly Item[], parsed: EntryName, { entity, field }: Place, texts: Texts): string {
  const words = texts.entries;
  const item = itemOfEntry(items, parsed);
  const list: readonly AnyEntry[] = item?.entries[parsed.list] ?? [];
  const entry = list.find(candidate => candidate.entity === entity);
  const name = entry ? maskPrivateNumbers(entryName(entry, ''), () => true) : '';
  const said = field === REMOVED || field === ADDED ? words.wholeEntry : entryField(parsed, field, texts);
  return `${item?.indicator.code ?? parsed.code} ${words.label(words.lists[parsed.list], name, said)}`;
}

/** What a field of an entry is called. */
export function entryField({ list }: EntryName, field: string, { entries }: Texts): string {
  const labels: Readonly<Record<string, string>> = entries.labels[list];
  return labels[field] ?? field;
}

/** What somebody said of an entry as such; undefined for its fields, which are texts like any other. */
export function entryText(field: string, value: OpValue | undefined, { entries }: Texts): string | undefined {
  if (field !== REMOVED) return undefined;
  return value === true ? entries.removeEntry : entries.keepEntry('');
}
