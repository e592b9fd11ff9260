import type { Change } from '../../model/campaign-journal';
import type { RuleMatch, RuleTarget } from '../../model/rule-entry';
import type { ScoringRule } from '../../model/scoring-rule';
import { givenRuleChanges, type RuleOwner, ruleTextChanges } from '../campaign-rules';

/**
 * The matched rules as edits, to be saved and undone as one. Several for one indicator are joined in their order; a rule of
 * the whole table is added to what stands there. What has no target is left out.
 */
export function adoptRules(
  matches: readonly RuleMatch[],
  ownerOf: (target: RuleTarget) => { owner: RuleOwner; rule: ScoringRule | null } | null,
): Change[] {
  const byTarget = new Map<string, { target: RuleTarget; entries: RuleMatch['entry'][] }>();
  for (const { entry, target } of matches) {
    if (!target) continue;
    const key = JSON.stringify(target);
    const known = byTarget.get(key);
    if (known) known.entries.push(entry);
    else byTarget.set(key, { target, entries: [entry] });
  }
  return [...byTarget.values()].flatMap(({ target, entries }) => {
    const found = ownerOf(target);
    if (!found) return [];
    const { owner, rule } = found;
    const kept = target.for === 'table' && rule && rule.text !== '' ? [rule.text] : [];
    const fresh = entries.filter(({ text }) => !kept.some(one => one.includes(text)));
    const words = [...kept, ...fresh.map(({ text }) => text)].join('\n');
    const [only] = fresh;
    if (!only) return [];
    const single = kept.length === 0 && fresh.length === 1;
    return single && only.clauses
      ? givenRuleChanges(owner, rule, only.text, only.clauses)
      : ruleTextChanges(owner, rule, words);
  });
}
