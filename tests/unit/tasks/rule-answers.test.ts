import { describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/model/campaign-journal';
import type { OpValue } from '../../../lib/model/op';
import { clausesOf } from '../../../lib/scoring/hints/rule-clauses';
import { parseRule } from '../../../lib/scoring/parse-rule';
import { clauseChanges, eventsIn, readRuleAnswers } from '../../../lib/tasks/rule-answers';

const entity = 'indicator:表#0:1.1';
const clauses = (phrase: string) => clausesOf(parseRule(phrase));

function kept(...changes: Change[]) {
  const fields = new Map<string, OpValue | undefined>(changes.map(({ field, value }) => [field, value]));
  return (field: string) => fields.get(field);
}

describe('answers to a scoring rule', () => {
  it('come back as they were given', () => {
    const all = clauses('每少1次扣0.5分；未形成纪要的扣1分');
    const read = kept(
      ...clauseChanges(entity, all[0]!, { part: 'value', value: 2 }),
      ...clauseChanges(entity, all[1]!, { part: 'value', value: true }),
    );
    const [count, event] = all.map(({ field }) => field!.name);
    expect(readRuleAnswers(all, read)).toEqual({ hits: { a: { [count!]: 2 }, b: { [event!]: true } } });
  });

  it('are none where nobody answered', () => {
    expect(readRuleAnswers(clauses('未报送的扣1分'), () => undefined)).toBeNull();
  });

  it('of another type than the clause asks now count as none', () => {
    const [only] = clauses('未报送的扣1分');
    const read = kept(...clauseChanges(entity, only!, { part: 'value', value: '没有' }));
    expect(readRuleAnswers([only!], read)).toBeNull();
  });

  it('take the sizes of events from whatever stands between the numbers', () => {
    expect(eventsIn('30、50 人，12.5；')).toEqual([30, 50, 12.5]);
    expect(eventsIn('没有')).toEqual([]);
  });
});
