import { createInterface } from 'node:readline';
import { z } from 'zod';
import { AppError, toAppError } from '../../lib/model/app-error';
import type { Rule } from '../../lib/model/rule';
import { type RuleResult, ruleInputSchema } from '../../lib/model/rule-input';
import { evaluateRule } from '../../lib/scoring/evaluate-rule';
import { parseRule } from '../../lib/scoring/parse-rule';
import { type Command, printLine, refusal, UsageError } from './command';

export const rulesCommand: Command = {
  usage: 'rules   JSON lines {id, phrase, content?, example_input?, more?} on stdin, one answer a line',
  async run(args) {
    if (args.length > 0) throw new UsageError('rules takes no arguments; it reads standard input');
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
      if (line.trim() !== '') await printLine(answerRuleLine(line));
    }
  },
};

const example = z.object({ example_input: z.unknown().optional() });
const ruleLine = example.extend({
  id: z.union([z.string(), z.number()]).nullish(),
  phrase: z.string(),
  content: z.string().nullish(),
  more: z.array(example).nullish(),
});

/** One bad line never stops the rest; every line gets its answer. */
export function answerRuleLine(line: string): object {
  let id: unknown = null;
  try {
    const raw = parseJson(line.replace(/^\ufeff/, ''));
    id = z.object({ id: z.unknown() }).safeParse(raw).data?.id ?? null;
    const job = ruleLine.safeParse(raw);
    if (!job.success) throw new AppError('bad-values', { reason: z.prettifyError(job.error) });
    const { phrase, content, example_input, more } = job.data;
    const { rule, span, sourceText, confidence, parts } = parseRule(phrase, content ? { content } : {});
    const { kind, ...params } = rule;
    const evaluate = (input: unknown) => evaluateAsFarAsKnown(rule, input ?? {});
    return {
      id,
      kind,
      params,
      ...evaluate(example_input),
      span,
      sourceText,
      confidence,
      ...(parts.length > 0 ? { parts } : {}),
      ...(more ? { more: more.map(one => evaluate(one.example_input)) } : {}),
    };
  } catch (thrown) {
    const { code, message } = refusal(toAppError(thrown));
    return { id, kind: null, status: 'refused', code, message };
  }
}

/** A field of the wrong type is a question about that field; the rule itself was read all the same. */
function evaluateAsFarAsKnown(rule: Rule, input: unknown): RuleResult {
  const facts = ruleInputSchema.safeParse(input);
  if (facts.success) return evaluateRule(rule, facts.data);
  const about = facts.error.issues[0]?.path.join('.') ?? 'example_input';
  return { score: null, status: 'needs_judgement', question: { code: 'missing-input', about } };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('bad-values', { reason: (cause as Error).message }, { cause });
  }
}
