import type { Entry, Item } from '../../model/item';
import { listed } from '../../model/listed-entries';
import { splitNames } from '../../model/people';

const ISO_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Findings of an item that are not closed and have a day to be done by; `people`: whose they are, where that was said. */
export function openFindings({ entries }: Item): (Entry<'finding'> & { people: string[] })[] {
  return listed(entries.finding)
    .filter(({ fields }) => fields.closed.text === '' && ISO_DAY.test(fields.deadline.text))
    .map(entry => ({ ...entry, people: splitNames(entry.fields.responsiblePerson.text) }));
}
