import type { SimpleRule } from '../../model/rule';
import { cutClauses } from '../grammar/cut-clauses';
import { foldText } from '../grammar/folded-text';
import { readIslands } from '../grammar/read-islands';
import type { Steps } from '../grammar/steps';
import { tokenize } from '../grammar/tokenize';

const LONGEST_CONTENT = 8_000;

/** 少1次扣1分 beside 不少于4次 in 考评内容: the target, where exactly one number of that unit is asked for there. */
export function targetFromContent(rule: SimpleRule, content: string | undefined, steps: Steps): SimpleRule {
  if (rule.kind !== 'deduct_shortfall' || rule.target !== null || rule.targetFrom !== 'content') return rule;
  if (!content || content.length > LONGEST_CONTENT) return rule;
  const { text } = foldText(content);
  const asked = cutClauses(readIslands(tokenize(text, steps), steps), text)
    .flatMap(clause => clause.islands)
    .flatMap(island =>
      island.kind === 'bound' && island.unit === rule.unit && island.min !== undefined ? [island.min] : [],
    );
  return asked.length === 1 ? { ...rule, target: asked[0]! } : rule;
}
