import type { Item } from '../../lib/model/item';
import { matchKey } from '../../lib/model/text';

/** All that can be found of an item: contents, measures, answers; compared without regard to width and spaces. */
export function matchesItem(item: Item, query: string): boolean {
  const key = matchKey(query);
  if (key === '') return true;
  const { indicator, section, measures, answers, note } = item;
  const texts = [
    indicator.code,
    section.name,
    indicator.contentText,
    ...measures.map(answer => answer.text),
    ...Object.values(answers).map(answer => answer.text),
    note.text,
  ];
  return texts.some(text => matchKey(text).includes(key));
}
