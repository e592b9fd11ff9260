import type { Span } from '../../model/rule';

/** Words of an indicator that ask for something, and where they stand. */
export interface Passage {
  quote: string;
  cell: string | null;
  /** Number of the measure, null for the 考评内容. */
  measure: number | null;
  /** UTF-16 offsets of the quote in `contentText` or in the measure's `text`: [start, end). */
  span: Span;
}

export type Period = 'week' | 'month' | 'quarter' | 'half-year' | 'year';

interface Asked {
  /** Unique in its indicator, made of the words: the same after the table was read again. */
  key: string;
  /** More than one where content and measures ask for the same. */
  passages: readonly Passage[];
}

/** 不少于2条, 每季度至少一次, 知晓率达到95%以上. */
export interface CountRequirement extends Asked {
  kind: 'count';
  comparison: '>=' | '>' | '<=' | '<';
  /** For one period, or for the whole year where no period is stated. */
  need: number;
  unit: string;
  period: Period | null;
  /** `need` in a year. */
  perYear: number;
  /** "每个科室": the number is for each of them. */
  each: string | null;
  /** What is counted, as far as the words say: "平安建设图文信息". */
  object: string;
}

/** 定期, 每月, 常态化: to be done again and again, how often is not said. */
export interface RecurringRequirement extends Asked {
  kind: 'recurring';
  period: Period | null;
  /** Days without a date count too: 常态化, 持续, 经常性. */
  ongoing: boolean;
}

/** 没有发生失泄密案（事）件, 无黄、赌、毒等社会丑恶现象. */
export interface ForbiddenEvent extends Asked {
  kind: 'forbidden';
  /** The events, apart where the words list several of one rank. */
  objects: readonly string[];
}

/** 6月底前, 于2023年11月30日前: inside of a content or measure, not the 完成时限 column. */
export interface DatedRequirement extends Asked {
  kind: 'dated';
  date: string | null;
}

export type Requirement = CountRequirement | RecurringRequirement | ForbiddenEvent | DatedRequirement;
