import type { Item } from '../../model/item';
import type { OpValue } from '../../model/op';
import {
  type Checkpoint,
  type Directory,
  departmentEntity,
  LISTED,
  MEMBER_OF,
  measureField,
  parseNamedEntity,
  personEntity,
  splitNames,
} from '../../model/people';
import { entityOfKey } from '../journal-keys';

/** What a filling says of a field; undefined where nobody said anything. */
export interface Said {
  keys(): Iterable<string>;
  value(place: { entity: string; field: string }): OpValue | undefined;
}

/** The unit's own lists, and every name that stands in 责任科室 and 责任人. Sorted as Chinese readers look them up. */
export function readDirectory(said: Said, items: readonly Item[]): Directory {
  const departments = new Set<string>();
  const people = new Map<string, string>();
  const checkpoints: Checkpoint[] = [];
  const seen = new Set<string>();
  for (const key of said.keys()) {
    const entity = entityOfKey(key);
    if (seen.has(entity)) continue;
    seen.add(entity);
    const named = parseNamedEntity(entity);
    if (!named || said.value({ entity, field: LISTED }) !== true) continue;
    if (named.kind === 'department') departments.add(named.name);
    else if (named.kind === 'person') people.set(named.name, textOf(said.value({ entity, field: MEMBER_OF })));
    else checkpoints.push({ date: named.date, name: named.name });
  }
  for (const item of items) {
    for (const name of namesIn(said, item, 'department')) departments.add(name);
    for (const name of namesIn(said, item, 'responsiblePerson')) {
      if (!people.has(name)) people.set(name, textOf(said.value({ entity: personEntity(name), field: MEMBER_OF })));
    }
  }
  for (const department of people.values()) if (department !== '') departments.add(department);
  return {
    departments: [...departments].sort(byName),
    people: [...people].map(([name, department]) => ({ name, department })).sort((a, b) => byName(a.name, b.name)),
    checkpoints: checkpoints.sort((a, b) => (a.date === b.date ? byName(a.name, b.name) : a.date < b.date ? -1 : 1)),
  };
}

/** Who has an item, its measures given to others included. */
export function namesIn(said: Pick<Said, 'value'>, item: Item, role: 'department' | 'responsiblePerson'): string[] {
  const names = new Set(splitNames(item.answers[role].text));
  for (const { number } of item.steps) {
    for (const name of splitNames(textOf(said.value({ entity: item.entity, field: measureField(number, role) })))) {
      names.add(name);
    }
  }
  return [...names];
}

/** A department's listing stands for itself; a name in use without a listing cannot be taken off. */
export const isListed = (said: Pick<Said, 'value'>, kind: 'department' | 'person', name: string): boolean =>
  said.value({ entity: kind === 'department' ? departmentEntity(name) : personEntity(name), field: LISTED }) === true;

const textOf = (value: OpValue | undefined): string => (typeof value === 'string' ? value : '');
const collator = new Intl.Collator('zh-CN', { numeric: true });
const byName = (a: string, b: string): number => collator.compare(a, b);
