import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type RuleInput, type RuleResult, ruleInputSchema } from '../../../lib/model/rule-input';

const example = z.object({
  example_input: ruleInputSchema.optional(),
  expected_score: z.number().nullable().optional(),
  expected: z.record(z.string(), z.unknown()).optional(),
});

const phraseSchema = example.extend({
  id: z.string(),
  phrase: z.string(),
  content: z.string().optional(),
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  more: z.array(example).optional(),
});

export type Phrase = z.infer<typeof phraseSchema>;

export function readPhrases(file: string): Phrase[] {
  const text = readFileSync(path.resolve(import.meta.dirname, '../../fixtures', file), 'utf8');
  return text
    .trim()
    .split('\n')
    .map(line => phraseSchema.parse(JSON.parse(line)));
}

/** Inputs of a phrase with what they should give. */
export function examplesOf(phrase: Phrase): { input: RuleInput; expected: Partial<RuleResult> }[] {
  return [phrase, ...(phrase.more ?? [])].flatMap(({ example_input, expected_score, expected }) => {
    if (!example_input) return [];
    const score = expected_score === undefined ? {} : { score: expected_score };
    return [{ input: example_input, expected: { ...score, ...expected } as Partial<RuleResult> }];
  });
}
