import { splitNames } from '../../lib/model/people';
import type { AssignedRow } from './assigned-row';

export type RowFilter =
  | { by: 'all' | 'unassigned' | 'overdue' | 'mine' }
  | { by: 'department' | 'person'; name: string };

/** The lines that a filter leaves, in the table's order. */
export function rowsFor(
  rows: readonly AssignedRow[],
  filter: RowFilter,
  who: { name: string; department: string } | null,
): readonly AssignedRow[] {
  switch (filter.by) {
    case 'all':
      return rows;
    case 'overdue':
      return rows.filter(row => row.due === 'overdue');
    case 'unassigned':
      return rows.filter(row => departmentsOf(row).length + peopleOf(row).length === 0);
    case 'mine':
      return rows.filter(
        row =>
          who !== null &&
          ((who.name !== '' && peopleOf(row).includes(who.name)) ||
            (who.department !== '' && departmentsOf(row).includes(who.department))),
      );
    case 'department':
      return rows.filter(row => departmentsOf(row).includes(filter.name));
    case 'person':
      return rows.filter(row => peopleOf(row).includes(filter.name));
  }
}

const departmentsOf = ({ item, measures }: AssignedRow): string[] =>
  [item.answers.department.text, ...measures.map(measure => measure.department)].flatMap(splitNames);

const peopleOf = ({ item, measures }: AssignedRow): string[] =>
  [item.answers.responsiblePerson.text, ...measures.map(measure => measure.responsiblePerson)].flatMap(splitNames);
