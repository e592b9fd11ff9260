import type { CellRange } from './address';
import type { ColumnRole } from './columns';
import type { ProblemCode, ProblemSeverity } from './problem-texts';
import type { QuestionReason } from './question-texts';
import type { SentenceValues } from './sentence';

/**
 * What lib/table finds on a sheet. Addresses ("C5") are of the sheet the table stands on, always a merge's anchor.
 * Texts named `text` are verbatim; the others are cleaned for reading (see text.ts), never written back.
 */
export interface RecognisedTable {
  sheet: string;
  /** 加分/减分 lists and 任务分解表 have rows like any table but no weights that make up its total. */
  kind?: 'indicators' | 'bonus' | 'tasks';
  /** 0 for the first table of its sheet. */
  ordinal: number;
  range: CellRange;
  title: { text: string; clean: string; cells: string[] } | null;
  year: number | null;
  unit: string | null;
  /** The total that the table declares, in points; null where it declares none. */
  total: number | null;
  /** 1-based sheet rows of the header, two for a two-level header. */
  headerRows: number[];
  /** 1-based sheet rows where the header is printed again. */
  repeatedHeaderRows: number[];
  columns: TableColumn[];
  sections: Section[];
  notes: SourcedText[];
  totals: {
    cell: string;
    text: string;
    label: string;
    value: number | null;
    kind: 'subtotal' | 'total';
    section: string | null;
  }[];
  signatures: SourcedText[];
}

export interface SourcedText {
  cell: string;
  text: string;
}

export interface TableColumn {
  role: ColumnRole | null;
  /** Header text, levels joined by " / ". */
  header: string;
  /** 0-based. */
  column: number;
  confidence: number;
  /** Only for role "weight": what its points belong to. A table may have one such column per level. */
  level?: 'section' | 'subsection' | 'content';
}

export interface Section {
  /** "1", "2" … in order of appearance. */
  code: string;
  /** The printed number, such as "一"; null where none is printed. */
  number: string | null;
  name: string;
  text: string;
  weight: number | null;
  cell: string;
  confidence: number;
  indicators: Indicator[];
}

export interface Indicator {
  /** section.number, such as "2.3"; unique in its table. */
  code: string;
  /** What the journal knows it by where rows were drafted: the code it had in the workbook as received, "+…" for a new row. */
  id?: string;
  /** The printed number where there is one, else its place in the section. */
  number: number;
  content: string;
  contentText: string;
  measures: Measure[];
  deadline: Deadline | null;
  weight: Weight | null;
  /** 1-based sheet rows that belong to it. */
  rows: { first: number; last: number };
  /** The anchor address of each column's cell of this indicator, empty answer cells included. */
  cells: Partial<Record<ColumnRole, string>>;
  confidence: number;
  /** The 评分标准 printed for it, rows joined by a line break; absent where the table states none. */
  scoringRule?: string;
}

export interface Measure {
  number: number;
  numbered: boolean;
  text: string;
  clean: string;
  /** Set where each measure has a row of its own. */
  cell?: string;
}

export interface Deadline {
  text: string;
  clean: string;
  /** ISO date of the last day, null for a recurring or unknown deadline. */
  date: string | null;
  precision: 'day' | 'month' | 'quarter' | 'year-end' | 'half-year' | 'recurring' | 'ongoing' | 'done' | 'unknown';
  certain: boolean;
}

export interface Weight {
  text: string;
  /** In points, where it can be told. */
  points: number | null;
  unit: 'points' | 'percent' | 'factor';
}

/** Something to tell the user about their file. Never repaired by us. */
export interface Problem {
  code: ProblemCode;
  severity: ProblemSeverity;
  sheet: string | null;
  cell: string | null;
  /** In Chinese; problemText (problem.ts) says it in either language. */
  message: string;
  /** Values of its text. */
  details: SentenceValues;
  /** Only for suggestions. */
  from?: string;
  to?: string[];
  /** Only for clauses that stand in two indicators: where, and in which words (folded for comparing). */
  repeats?: { indicator: string; cell: string; quote: string }[];
}

/** A heading that could mean several things; asked once, the answer kept for this shape of table. */
export interface RecognitionQuestion {
  /** Stable for the same shape of workbook. */
  id: string;
  sheet: string;
  cell: string;
  header: string;
  column: number;
  choices: (ColumnRole | 'ignore')[];
  suggested: ColumnRole | 'ignore';
  reason: QuestionReason;
  /** The reason in Chinese; whyText (question-texts.ts) says it in either language. */
  why: string;
}

/** Answers to RecognitionQuestion by id. */
export type RecognitionAnswers = Readonly<Record<string, ColumnRole | 'ignore'>>;

export interface Recognition {
  tables: RecognisedTable[];
  problems: Problem[];
  questions: RecognitionQuestion[];
}
