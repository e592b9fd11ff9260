import type { RulePart } from '../../model/rule';
import type { RuleInput } from '../../model/rule-input';

type Answer = NonNullable<RuleInput['hits']>[string];

/** The answer for one clause as the input of its rule: true, how many, which ones, or a whole input. */
export function partInput(part: RulePart, answer: Answer | undefined): RuleInput {
  if (answer === undefined || answer === false) return notHappened(part);
  if (answer === true) return { hit: true };
  if (typeof answer === 'number') return numberInput(part, answer);
  if (typeof answer === 'string') return { choice: answer, have: [answer], missing: [answer], counts: { [answer]: 1 } };
  if (Array.isArray(answer)) return listInput(answer);
  return answer;
}

function numberInput(part: RulePart, value: number): RuleInput {
  switch (part.kind) {
    case 'deduct_range':
    case 'manual':
      return { judged: value };
    case 'deduct_threshold':
    case 'threshold_zero':
    case 'award_threshold':
    case 'bonus_threshold':
    case 'bands':
      return { actual: value };
    case 'rank':
      return { rank: value };
    case 'ratio':
    case 'ratio_to_best':
      return { rate: value };
    case 'choice':
      return { choice: value };
    default:
      return { count: value, hit: value > 0 };
  }
}

function listInput(answer: readonly (string | number)[]): RuleInput {
  const names = answer.filter(one => typeof one === 'string');
  return names.length === answer.length
    ? { missing: names, have: names }
    : { events: answer.filter(one => typeof one === 'number') };
}

/** What is not mentioned has not happened. */
function notHappened(part: RulePart): RuleInput {
  switch (part.kind) {
    case 'bands_each':
      return { events: [] };
    case 'award_checklist':
      return { have: [] };
    case 'award_levels':
    case 'bonus_levels':
      return { counts: {} };
    default:
      return { hit: false };
  }
}
