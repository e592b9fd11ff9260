import * as z from 'zod';
import {
  awards,
  type bandEffectSchema,
  type bandSchema,
  bonuses,
  type capSchema,
  type comparisonSchema,
  deductions,
  gradedRules,
  modifiers,
  noRules,
  wholeTable,
} from './rule-kinds';

const span = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

export const simpleRuleSchema = z.discriminatedUnion('kind', [
  ...deductions,
  ...awards,
  ...gradedRules,
  ...bonuses,
  ...modifiers,
  ...wholeTable,
  ...noRules,
]);

/** One clause of a composite: "a", "b", … in the order of the text. */
export const rulePartSchema = simpleRuleSchema.and(z.object({ key: z.string().min(1) }));

export const ruleSchema = z.union([
  simpleRuleSchema,
  z.object({ kind: z.literal('composite'), rules: z.array(rulePartSchema).min(2) }),
]);

const reading = {
  /** UTF-16 offsets in the phrase: [start, end). */
  span,
  sourceText: z.string(),
  /** 0 … 1: how sure the reading is. Below 0.7 a view should ask. */
  confidence: z.number().min(0).max(1),
};

export const parsedRuleSchema = z.object({
  rule: ruleSchema,
  ...reading,
  /** The clauses of a composite; empty for any other rule. */
  parts: z.array(z.object({ key: z.string(), ...reading })),
});

export type SimpleRule = z.infer<typeof simpleRuleSchema>;
export type RulePart = z.infer<typeof rulePartSchema>;
export type Rule = z.infer<typeof ruleSchema>;
export type RuleKind = Rule['kind'];
export type RuleOf<Kind extends RuleKind> = Extract<Rule, { kind: Kind }>;
export type Band = z.infer<typeof bandSchema>;
export type BandEffect = z.infer<typeof bandEffectSchema>;
export type Comparison = z.infer<typeof comparisonSchema>;
export type Cap = z.infer<typeof capSchema>;
export type Span = z.infer<typeof span>;
export type ParsedRule = z.infer<typeof parsedRuleSchema>;
