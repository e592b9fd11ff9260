import type { Indicator } from '../../model/table';
import { bigramsOf, sharedPairs } from './bigrams';
import { countedRequirements } from './counted-requirements';
import { datedRequirements } from './dated-requirements';
import { forbiddenEvents } from './forbidden-events';
import { recurringRequirements } from './recurring-requirements';
import type { CountRequirement, Requirement } from './requirement';
import { type SourceText, sourceTexts } from './source-text';

/**
 * What the 考评内容 and 具体措施 of an indicator ask for in words that can be checked. What both ask for is one
 * requirement with two passages. `year` is the table's, for dates that name none.
 */
export function requirementsOf(indicator: Indicator, year: number | null = null): Requirement[] {
  const all = sourceTexts(indicator).flatMap(source => ofSource(source, year));
  return withOwnKeys(merged(all));
}

function ofSource(source: SourceText, year: number | null): Requirement[] {
  const counted = countedRequirements(source);
  const spans = counted.flatMap(({ passages }) => passages.map(({ span }) => span));
  return [
    ...counted,
    ...forbiddenEvents(source),
    ...recurringRequirements(source, spans),
    ...datedRequirements(source, year),
  ];
}

function merged(all: readonly Requirement[]): Requirement[] {
  const kept: Requirement[] = [];
  for (const one of all) {
    const at = kept.findIndex(other => asksTheSame(other, one));
    if (at < 0) kept.push(one);
    else kept[at] = join(kept[at]!, one);
  }
  return kept;
}

function asksTheSame(a: Requirement, b: Requirement): boolean {
  if (a.kind === 'count' && b.kind === 'count') return sameCount(a, b);
  return a.kind === b.kind && a.key === b.key;
}

function sameCount(a: CountRequirement, b: CountRequirement): boolean {
  if (a.unit !== b.unit || a.perYear !== b.perYear || a.comparison !== b.comparison || a.each !== b.each) return false;
  if (a.object === '' || b.object === '') return a.object === b.object;
  const pairs = bigramsOf(a.object);
  return a.object === b.object || (pairs.size > 0 && sharedPairs(pairs, b.object) * 2 >= pairs.size);
}

function join(a: Requirement, b: Requirement): Requirement {
  const passages = [...a.passages, ...b.passages];
  if (a.kind === 'count' && b.kind === 'count') {
    return { ...a, passages, period: a.period ?? b.period, need: a.period ? a.need : b.need };
  }
  return { ...a, passages };
}

function withOwnKeys(requirements: readonly Requirement[]): Requirement[] {
  const seen = new Map<string, number>();
  return requirements.map(requirement => {
    const count = (seen.get(requirement.key) ?? 0) + 1;
    seen.set(requirement.key, count);
    return count === 1 ? requirement : { ...requirement, key: `${requirement.key}~${count}` };
  });
}
