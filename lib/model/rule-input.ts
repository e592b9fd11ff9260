import * as z from 'zod';

const facts = {
  /** Points of the item. 0: it has none of its own, its deductions go to the total. */
  weight: z.number().optional(),
  /** The case that the text names has happened. */
  hit: z.boolean().optional(),
  /** How often, or how many. */
  count: z.number().optional(),
  actual: z.number().optional(),
  target: z.number().optional(),
  limit: z.number().optional(),
  /** Named things that are missing, or there. */
  missing: z.array(z.string()).optional(),
  have: z.array(z.string()).optional(),
  /** How many of each level. */
  counts: z.record(z.string(), z.number()).optional(),
  /** Position in the options, from 0, or the label. */
  choice: z.union([z.number(), z.string()]).optional(),
  /** 0.98 for 98 %. */
  rate: z.number().optional(),
  best: z.number().optional(),
  rank: z.number().optional(),
  /** How many were ranked. */
  of: z.number().optional(),
  events: z.array(z.number()).optional(),
  late: z.number().optional(),
  /** What a person decided: points taken for a range of deductions, points given otherwise. */
  judged: z.number().optional(),
  amounts: z.array(z.number()).optional(),
  raw: z.number().optional(),
  rawDeduct: z.number().optional(),
  evidence: z.array(z.unknown()).optional(),
  got: z.number().optional(),
  applicable: z.union([z.number(), z.boolean()]).optional(),
  deduct: z.number().optional(),
  bonus: z.number().optional(),
  amount: z.number().optional(),
  by: z.number().optional(),
  score: z.number().optional(),
};

const partAnswer = z.union([
  z.boolean(),
  z.number(),
  z.string(),
  z.array(z.union([z.string(), z.number()])),
  z.looseObject(facts),
]);

/** What is known of an item when its rule is applied. Which fields a kind reads stands in lib/scoring/README.md. */
export const ruleInputSchema = z.looseObject({
  ...facts,
  /** Answers for the clauses of a composite, by key. What is absent has not happened. */
  hits: z.record(z.string(), partAnswer).optional(),
});

export type RuleInput = z.infer<typeof ruleInputSchema>;

export const RULE_STATUSES = ['ok', 'needs_judgement', 'veto', 'gap', 'no_evidence', 'no_rule', 'unparsed'] as const;

export interface RuleResult {
  /** null where the rule gives no score of the item. */
  score: number | null;
  /** What goes to the total beside the item's score: bonus positive, deduction negative. */
  delta?: number;
  /** Lowest and highest score that remain possible. */
  range?: [number, number];
  label?: string;
  status: (typeof RULE_STATUSES)[number];
  /** What a person has to say before the score is known. */
  question?: RuleQuestion;
}

/** Codes, so that views put them into words of the language in use. */
export interface RuleQuestion {
  code:
    | 'missing-input'
    | 'how-many-points'
    | 'boundary'
    | 'marginal-or-whole'
    | 'which-one'
    | 'unknown-name'
    | 'clause-not-understood'
    | 'how-to-combine';
  /** Input field, boundary value, clause key or quoted words that the question is about. */
  about: string;
}
