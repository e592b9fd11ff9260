import type { AnyEntry, Item } from '../../lib/model/item';
import { listed } from '../../lib/model/listed-entries';
import { matchKey } from '../../lib/model/text';

/** Items never change in place, so what can be found in one is worked out once. */
const keys = new WeakMap<Item, string>();

/** All that can be found of an item: contents, measures, answers; compared without regard to width and spaces. */
export function matchesItem(item: Item, query: string): boolean {
  const key = matchKey(query);
  return key === '' || searchKey(item).includes(key);
}

function searchKey(item: Item): string {
  const known = keys.get(item);
  if (known !== undefined) return known;
  const { indicator, section, measures, answers, note, entries } = item;
  const texts = [
    indicator.code,
    section.name,
    indicator.contentText,
    ...measures.map(answer => answer.text),
    ...Object.values(answers).map(answer => answer.text),
    note.text,
    ...Object.values(entries).flatMap((list: readonly AnyEntry[]) =>
      listed(list).flatMap(({ fields }) => Object.values(fields).map(({ text }) => text)),
    ),
  ];
  const key = texts.map(matchKey).join('\n');
  keys.set(item, key);
  return key;
}
