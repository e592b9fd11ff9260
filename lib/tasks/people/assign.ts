import type { Change } from '../../model/campaign-journal';
import type { CellGrid } from '../../model/cells';
import type { Item } from '../../model/item';
import { listed } from '../../model/listed-entries';
import {
  checkpointEntity,
  departmentEntity,
  LISTED,
  MEMBER_OF,
  measureField,
  personEntity,
  splitNames,
} from '../../model/people';
import { answerChange } from '../answer-change';
import type { Said } from './directory';

/** What is given: undefined leaves as it is, '' takes away. */
export interface Assignment {
  department?: string;
  responsiblePerson?: string;
}

/** Gives items to a department and a person: the same answers that stand in the table's own columns where it has them. */
export function assignItems(items: readonly Item[], given: Assignment, grids: readonly CellGrid[]): Change[] {
  return items.flatMap(({ answers }) =>
    (['department', 'responsiblePerson'] as const).flatMap(role => {
      const name = given[role];
      return name === undefined || answers[role].readOnly ? [] : [answerChange(answers[role], name.trim(), grids)];
    }),
  );
}

/** Gives one measure to somebody else than its indicator; '' goes back to the indicator's own. */
export function assignMeasure(item: Item, number: number, given: Assignment): Change[] {
  return (['department', 'responsiblePerson'] as const).flatMap(role => {
    const name = given[role]?.trim();
    if (name === undefined) return [];
    const same = name === '' || name === item.answers[role].text.trim();
    return [{ entity: item.entity, field: measureField(number, role), value: same ? undefined : name }];
  });
}

export const listDepartment = (name: string): Change[] => [
  { entity: departmentEntity(name.trim()), field: LISTED, value: true },
];

export const listPerson = (name: string, department: string): Change[] => [
  { entity: personEntity(name.trim()), field: LISTED, value: true },
  {
    entity: personEntity(name.trim()),
    field: MEMBER_OF,
    value: department.trim() === '' ? undefined : department.trim(),
  },
];

export const listCheckpoint = (date: string, name: string): Change[] => [
  { entity: checkpointEntity(date, name.trim()), field: LISTED, value: true },
];

export const unlist = (entity: string): Change[] => [{ entity, field: LISTED, value: undefined }];

/**
 * A new name for a department or person: its listing, its people, and wherever it has an item or a measure, in one action. Beside
 * other names in a cell only its own is replaced.
 */
export function rename(
  kind: 'department' | 'person',
  from: string,
  to: string,
  ground: {
    said: Said;
    items: readonly Item[];
    people: readonly { name: string; department: string }[];
    grids: readonly CellGrid[];
  },
): Change[] {
  const { said, items, people, grids } = ground;
  const role = kind === 'department' ? 'department' : 'responsiblePerson';
  const replaced = (text: string): string =>
    splitNames(text)
      .map(name => (name === from ? to : name))
      .join('、');
  const names = (text: string): boolean => splitNames(text).includes(from);
  const changes: Change[] = [];
  if (kind === 'department') {
    changes.push(...unlist(departmentEntity(from)), ...listDepartment(to));
    for (const person of people) {
      if (person.department === from) {
        changes.push({ entity: personEntity(person.name), field: MEMBER_OF, value: to });
      }
    }
  } else {
    const findings = items.flatMap(({ entries }) =>
      listed(entries.finding).map(entry => entry.fields.responsiblePerson),
    );
    for (const { entity, field, text } of findings) {
      if (names(text)) changes.push({ entity, field, value: replaced(text) });
    }
    const department = people.find(person => person.name === from)?.department ?? '';
    changes.push(...unlist(personEntity(from)), ...listPerson(to, department));
  }
  for (const item of items) {
    const answer = item.answers[role];
    if (!answer.readOnly && names(answer.text)) changes.push(answerChange(answer, replaced(answer.text), grids));
    for (const { number } of item.steps) {
      const field = measureField(number, role);
      const text = said.value({ entity: item.entity, field });
      if (typeof text === 'string' && names(text)) changes.push({ entity: item.entity, field, value: replaced(text) });
    }
  }
  return changes;
}
