import type { ParsedRule } from '../../model/rule';
import type { RuleInput } from '../../model/rule-input';

/**
 * What depends on nothing but a rule, its answers and the item's points, remembered for the answers asked last: everything
 * else about an indicator changes far more often, and decimals are slow. `answers` is never changed in place.
 */
export class LastAnswers<Value> {
  private readonly known = new WeakMap<ParsedRule, { key: string; value: Value }>();

  of(rule: ParsedRule, answers: RuleInput | null, weight: number | null, work: () => Value): Value {
    const key = `${weight}|${answers === null ? '' : JSON.stringify(answers)}`;
    const before = this.known.get(rule);
    if (before?.key === key) return before.value;
    const value = work();
    this.known.set(rule, { key, value });
    return value;
  }
}
