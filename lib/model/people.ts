/**
 * Departments, people and check-points of a unit, as the journal names them. Their names are their identity: two PCs that note the
 * same department offline note the same thing, and their lists unite without a conflict.
 */
export const departmentEntity = (name: string): string => `department:${name}`;
export const personEntity = (name: string): string => `person:${name}`;
export const checkpointEntity = (date: string, name: string): string => `checkpoint:${date}:${name}`;

/** True where a department, person or check-point is on the list; taken off by resetting it. */
export const LISTED = 'listed';
/** A person's department. */
export const MEMBER_OF = 'department';

export type NamedEntity =
  | { kind: 'department'; name: string }
  | { kind: 'person'; name: string }
  | { kind: 'checkpoint'; date: string; name: string };

/** null for entities of other kinds. */
export function parseNamedEntity(entity: string): NamedEntity | null {
  const checkpoint = /^checkpoint:(\d{4}-\d{2}-\d{2}):(.+)$/s.exec(entity);
  if (checkpoint) return { kind: 'checkpoint', date: checkpoint[1]!, name: checkpoint[2]! };
  const named = /^(department|person):(.+)$/s.exec(entity);
  return named ? { kind: named[1] as 'department' | 'person', name: named[2]! } : null;
}

/** Who has one measure, where it is not the indicator's own department or person. */
export const measureField = (number: number, role: 'department' | 'responsiblePerson'): string =>
  `measure:${number}:${role}`;

/** "综合科、党建办" is two departments; a name in brackets behind another belongs to it: "李明（综合科）". */
export function splitNames(text: string): string[] {
  const names = text
    .split(/[、，,;；/\n\r\t]+|\s{2,}/)
    .map(name => name.trim())
    .filter(name => name !== '');
  return [...new Set(names)];
}

export interface Person {
  name: string;
  /** '' where nobody said. */
  department: string;
}

export interface Checkpoint {
  /** ISO day. */
  date: string;
  name: string;
}

/** The unit's departments and people: those that were listed, and those that the table or its answers name. */
export interface Directory {
  departments: readonly string[];
  people: readonly Person[];
  checkpoints: readonly Checkpoint[];
}

/** 'open': not done, and either without a date or with time left. */
export type DueState = 'done' | 'overdue' | 'soon' | 'open';

/** What one department or person has. */
export interface Load {
  name: string;
  /** A person's department; '' for departments and for people of whom nobody said. */
  department: string;
  items: number;
  filled: number;
  overdue: number;
  /** On the unit's own list; else only named in the table. */
  listed: boolean;
}

export interface Workload {
  departments: readonly Load[];
  people: readonly Load[];
  /** Items that neither a department nor a person has. */
  unassigned: number;
}
