import type { ItemField } from './item';

/**
 * What recognising fields on a web page needs of a table, and what may be shown there: words of the rubric only. Nothing that the
 * unit wrote, because a page can read what is drawn on it. Plain types: content scripts carry no zod.
 */
export interface PageTable {
  campaign: string;
  indicators: PageIndicator[];
}

export interface PageIndicator {
  /** Unique among the campaign's tables: "2.3"; "2.3@1" where a second table has one too. */
  code: string;
  number: number;
  section: string;
  /** As printed, such as "一". */
  sectionNumber: string | null;
  text: string;
  /** Numbered, one a line. */
  measures: string;
  deadline: string;
  weight: number | null;
  /** Words that ask for a number or forbid an event: "不少于2条". */
  asked: string[];
  /** Clauses of its scoring rule, verbatim, with their points. */
  clauses: string[];
}

/** Columns that a field of a page can be filled from. */
export type PageRole = ItemField | 'measures' | 'deadline';

export const PAGE_ROLES: readonly PageRole[] = [
  'completion',
  'selfScore',
  'evidence',
  'department',
  'responsiblePerson',
  'leader',
  'status',
  'actual',
  'applicable',
  'remark',
  'measures',
  'deadline',
];

export const isPageRole = (role: unknown): role is PageRole => (PAGE_ROLES as unknown[]).includes(role);

/** The code as printed, without what keeps two tables' codes apart. */
export const printedCode = (code: string): string => code.replace(/@\d+$/, '');
