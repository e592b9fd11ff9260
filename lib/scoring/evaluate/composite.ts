import type { RuleOf, RulePart, SimpleRule } from '../../model/rule';
import type { RuleInput, RuleResult } from '../../model/rule-input';
import { type Contribution, contributionOf, isAward } from './contribution';
import { decimal, larger, rounded, smaller } from './decimal';
import type { Decimal } from './decimal-number';
import { ask, known } from './outcome';
import { partInput } from './part-input';

const NONE = decimal(0);

/** Zero wins; else what is given less what is taken, with the caps that the clauses state. Their order does not matter. */
export function composite(
  rule: RuleOf<'composite'>,
  input: RuleInput,
  evaluate: (rule: SimpleRule, input: RuleInput) => RuleResult,
): RuleResult {
  const weight = known(input.weight);
  const gives = rule.rules.some(isAward);
  const direct = input.hits ? null : answeredPart(rule, input, evaluate);
  if (!input.hits && !direct) return ask('missing-input', 'hits');
  const answers = (part: RulePart): RuleInput =>
    direct === part ? { hit: false, ...input } : partInput(part, input.hits?.[part.key]);
  const parts = rule.rules
    .filter(part => part.kind !== 'unparsed')
    .map(part => contributionOf(part, answers(part), weight, gives, evaluate));
  const decided = parts.find(({ result }) => result.status === 'veto' || result.status === 'no_evidence');
  if (decided) return decided.result;
  const delta = rule.rules.reduce(
    (sum, part) => (part.kind === 'bonus_cap' ? smaller(sum, decimal(part.max)) : sum),
    total(parts, 'delta', 'least'),
  );
  const more = parts.some(part => part.to === 'delta') ? { delta: rounded(delta) } : {};
  const unread = rule.rules.find(part => part.kind === 'unparsed');
  if (unread?.kind === 'unparsed') return { ...ask('clause-not-understood', unread.text), ...more };
  if (parts.some(part => part.to === 'zero')) return { score: 0, ...more, status: 'ok' };
  const scores = parts.some(part => part.to !== 'delta' && part.to !== 'nothing');
  if (!scores && !weight) return { score: null, ...more, status: 'ok', ...openQuestion(parts) };
  if (!gives && !weight) return ask('missing-input', 'weight');
  const least = left(rule, weight, gives, total(parts, 'given', 'least'), total(parts, 'taken', 'most'));
  const most = left(rule, weight, gives, total(parts, 'given', 'most'), total(parts, 'taken', 'least'));
  const question = openQuestion(parts);
  if (question) return { score: null, range: [rounded(least), rounded(most)], ...more, ...question };
  return { score: rounded(most), ...more, status: 'ok' };
}

/** Without answers by clause: the one clause that the input answers, if it is only one. */
function answeredPart(
  rule: RuleOf<'composite'>,
  input: RuleInput,
  evaluate: (rule: SimpleRule, input: RuleInput) => RuleResult,
): RulePart | null {
  const { hit: _, ...facts } = input;
  const answered = rule.rules.filter(part => {
    const result = evaluate(part, facts);
    return part.kind !== 'unparsed' && part.kind !== 'manual' && result.question?.code !== 'missing-input';
  });
  return answered.length === 1 ? answered[0]! : null;
}

function left(
  rule: RuleOf<'composite'>,
  weight: Decimal | null,
  gives: boolean,
  given: Decimal,
  taken: Decimal,
): Decimal {
  let limited = taken;
  let mayBeNegative = weight?.eq(0) ?? false;
  for (const part of rule.rules) {
    if (part.kind === 'cap' && part.max !== 'weight') limited = smaller(limited, decimal(part.max));
    mayBeNegative ||= part.kind === 'allow_negative' || ('cap' in part && part.cap === 'none');
  }
  const rest = (gives ? given : (weight ?? NONE)).minus(limited);
  const floor = mayBeNegative ? rest : larger(rest, NONE);
  return weight?.gt(0) ? smaller(floor, weight) : floor;
}

function total(parts: readonly Contribution[], to: Contribution['to'], end: 'least' | 'most'): Decimal {
  return parts.reduce(
    (sum, part) => (part.to === to || (to === 'delta' && part.to === 'zero') ? sum.plus(part[end]) : sum),
    NONE,
  );
}

/** The first clause that a person has to answer, if there is one. */
function openQuestion(parts: readonly Contribution[]): Pick<RuleResult, 'status' | 'question'> | null {
  const open = parts.find(part => part.question) ?? parts.find(part => part.result.status !== 'ok');
  return open ? { status: open.result.status, ...(open.question ? { question: open.question } : {}) } : null;
}
