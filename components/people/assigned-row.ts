import type { Item } from '../../lib/model/item';
import type { DueState } from '../../lib/model/people';

/** One line of the assignment table. */
export interface AssignedRow {
  item: Item;
  due: DueState;
  /** Days to its deadline, negative once it is past; null without a date. */
  daysLeft: number | null;
  measures: readonly AssignedMeasure[];
}

/** '' where the indicator's own department or person has it. */
export interface AssignedMeasure {
  number: number;
  text: string;
  department: string;
  responsiblePerson: string;
}

export type AssignmentRole = 'department' | 'responsiblePerson';
