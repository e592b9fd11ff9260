import type { Item } from '../../model/item';

export interface Department {
  name: string;
  /** Entities of the indicators it fills in, in the table's order. */
  items: string[];
}

/** Between several departments of one indicator; "牵头：" and the like say how they share the work. */
const SEPARATORS = /[、,，;；/\n\t]+|\s{2,}/;
const SHARE = /^(?:牵头|责任|配合|协办|主办)(?:科室|单位|部门)?[:：]|[（(](?:牵头|配合|协办|主办)[）)]$/g;

/** Who fills in what, as the table's 责任科室 says; and what nobody has yet. An indicator of two departments goes to both. */
export function departmentsOf(items: readonly Item[]): { departments: Department[]; unassigned: string[] } {
  const departments = new Map<string, Department>();
  const unassigned: string[] = [];
  for (const { entity, answers } of items) {
    const names = answers.department.text
      .split(SEPARATORS)
      .map(name => name.trim().replace(SHARE, '').trim())
      .filter(name => name !== '');
    if (names.length === 0) unassigned.push(entity);
    for (const name of new Set(names)) {
      const department = departments.get(name) ?? { name, items: [] };
      department.items.push(entity);
      departments.set(name, department);
    }
  }
  return { departments: [...departments.values()], unassigned };
}
