import type { Item } from '../../model/item';
import { listed } from '../../model/listed-entries';
import type { Fact, Progress } from '../../model/progress';
import type { RuleInput } from '../../model/rule-input';

/** What hints need of an item, beside what the item knows itself. */
export interface ItemFacts {
  facts?: Readonly<Record<string, Fact>>;
  ruleAnswers?: RuleInput | null;
}

export function progressOfItem({ answers, entries, steps, filled }: Item, known: ItemFacts = {}): Progress {
  return {
    completion: answers.completion.text,
    selfScore: answers.selfScore.text,
    department: answers.department.text,
    status: answers.status.text,
    applicable: answers.applicable.text,
    evidence: answers.evidence.text,
    evidenceCount: listed(entries.evidence).length,
    measuresDone: new Set(steps.filter(({ done }) => done).map(({ number }) => number)),
    facts: known.facts ?? {},
    ruleAnswers: known.ruleAnswers ?? null,
    filled,
  };
}
