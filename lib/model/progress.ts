import type { Points } from './points';
import type { RuleInput } from './rule-input';

/**
 * Three things that are easily taken for one. Work state: how far the unit is. Verdict: what its answers mean for what
 * the table asks. Score: points. Work may be done and the verdict bad, or a score full and nothing done.
 */
export const WORK_STATES = ['not-started', 'under-way', 'done', 'not-applicable'] as const;
export type WorkState = (typeof WORK_STATES)[number];

/** 'open': something asked is not answered yet. 'judgement': a person has to decide. */
export const VERDICTS = ['open', 'met', 'not-met', 'judgement'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** An answer to one counted requirement (a number) or forbidden event. */
export type Fact = number | 'none' | 'happened';

/** What is known of one indicator, as hints read it. An unchanged indicator should stay the same object: hints of it are then not worked out again. */
export interface Progress {
  completion: string;
  /** As typed. */
  selfScore: string;
  department: string;
  status: string;
  applicable: string;
  evidence: string;
  /** Files and references registered beside the evidence text. */
  evidenceCount: number;
  /** Numbers of the measures ticked off. */
  measuresDone: ReadonlySet<number>;
  /** By the key of the requirement. */
  facts: Readonly<Record<string, Fact>>;
  /** Answers to the clauses of its scoring rule. */
  ruleAnswers: RuleInput | null;
  /** Nothing that the table asks for is empty. */
  filled: boolean;
}

export interface ScoreState {
  weight: Points | null;
  /** What the unit gives itself; null where nothing or no number was entered. */
  self: Points | null;
  /** What its answers come to by the table's own scoring rule; null where there is none or a person must decide. */
  byRule: Points | null;
  /** Goes to the total beside the item's own points. */
  delta: Points | null;
}

export interface Standing {
  work: WorkState;
  verdict: Verdict;
  score: ScoreState;
}

export const NO_PROGRESS: Progress = {
  completion: '',
  selfScore: '',
  department: '',
  status: '',
  applicable: '',
  evidence: '',
  evidenceCount: 0,
  measuresDone: new Set(),
  facts: {},
  ruleAnswers: null,
  filled: false,
};

/** The field of an indicator in which the journal keeps a fact. */
export const factField = (requirement: string): string => `fact:${requirement}`;
