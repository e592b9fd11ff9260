import * as z from 'zod';
import { simpleRuleSchema } from './rule';

const clauseSchema = z.object({
  /** "a", "b" …: what answers are kept by. A clause keeps its key when it is corrected. */
  key: z.string().regex(/^[a-z]{1,3}$/),
  /** Its words in the text. */
  quote: z.string().min(1).max(8_000),
  /** UTF-16 offsets of the quote in the text: [start, end). */
  span: z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]),
  rule: simpleRuleSchema,
  /** 0 … 1; 1 for what a person said. */
  confidence: z.number().min(0).max(1),
  /** A person chose it; absent: as read from the words. */
  corrected: z.literal(true).optional(),
});

export const readingClausesSchema = z.array(clauseSchema).min(1).max(200);

/**
 * How one scoring text is read once a person has corrected it: all its clauses, so that what was looked at stays as it was
 * looked at. Kept as one value: half of one person's reading and half of another's would be a rule that nobody meant.
 */
export const ruleReadingSchema = z.object({
  version: z.literal(1),
  /** The words it is a reading of; other words are read anew. */
  text: z.string().min(1),
  clauses: readingClausesSchema,
});

export type ReadingClause = z.infer<typeof clauseSchema>;
export type RuleReading = z.infer<typeof ruleReadingSchema>;
