import type { RuleInput } from '../../model/rule-input';

/**
 * What depends on nothing but a rule, its answers and the item's points, remembered for the answers asked last: everything
 * else about an indicator changes far more often. `answers` is never changed in place.
 */
export class LastAnswers<Value> {
  private readonly known = new WeakMap<object, Known<Value>>();

  /** `rule`: the rule, or the place where it is used. */
  of(rule: object, answers: RuleInput | null, weight: number | null, work: () => Value): Value {
    const before = this.known.get(rule);
    if (before && before.weight === weight && same(before.answers, answers)) return before.value;
    const value = work();
    this.known.set(rule, { answers, weight, value });
    return value;
  }
}

interface Known<Value> {
  answers: RuleInput | null;
  weight: number | null;
  value: Value;
}

/** Of the same plain data. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  let keys = 0;
  for (const key in a) {
    if (!(key in b) || !same(a[key as keyof typeof a], b[key as keyof typeof b])) return false;
    keys++;
  }
  for (const _ in b) keys--;
  return keys === 0;
}
