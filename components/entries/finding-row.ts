import type { FindingState } from '../../lib/model/listed-entries';

/** A finding in the overview. */
export interface FindingRow {
  entity: string;
  code: string;
  content: string;
  department: string;
  text: string;
  rectification: string;
  /** ISO day, or ''. */
  deadline: string;
  responsiblePerson: string;
  /** ISO day of 销号, or ''. */
  closed: string;
  state: FindingState;
  href: string;
}

export type FindingFilter = 'open' | 'overdue' | 'closed' | 'all';

export const matchesFilter = ({ state }: Pick<FindingRow, 'state'>, filter: FindingFilter): boolean =>
  filter === 'all' || state === filter || (filter === 'open' && state === 'overdue');
