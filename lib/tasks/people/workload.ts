import type { Item } from '../../model/item';
import type { Directory, Load, Workload } from '../../model/people';
import { isListed, namesIn, type Said } from './directory';
import { dueState } from './due';

/** Who has what, and what of it is overdue on `today` (ISO day). An item of two departments counts for both. */
export function workload(said: Said, items: readonly Item[], directory: Directory, today: string): Workload {
  const departments = new Map(
    directory.departments.map(name => [name, emptyLoad(name, '', isListed(said, 'department', name))]),
  );
  const people = new Map(
    directory.people.map(({ name, department }) => [name, emptyLoad(name, department, isListed(said, 'person', name))]),
  );
  let unassigned = 0;
  for (const item of items) {
    const overdue = dueState(item, today) === 'overdue';
    const loads = [
      ...namesIn(said, item, 'department').map(name => departments.get(name)),
      ...namesIn(said, item, 'responsiblePerson').map(name => people.get(name)),
    ];
    if (loads.length === 0) unassigned++;
    for (const load of loads) {
      if (!load) continue;
      load.items++;
      if (item.filled) load.filled++;
      if (overdue) load.overdue++;
    }
  }
  return { departments: [...departments.values()], people: [...people.values()], unassigned };
}

const emptyLoad = (name: string, department: string, listed: boolean): Load => ({
  name,
  department,
  items: 0,
  filled: 0,
  overdue: 0,
  listed,
});
