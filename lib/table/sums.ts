import { phrase, problem } from '../model/problem';
import type { Sentence } from '../model/sentence';
import type { Problem, RecognisedTable, Section } from '../model/table';
import { round } from './weight';

/** What is added to or taken from the total instead of making it up. */
const BESIDE_TOTAL = /加分|附加|奖励|减分|扣分项|否决/;

/**
 * Sums that do not add up. Reported with the sum they are of, never repaired: which of two figures is wrong only the
 * office knows.
 */
export function sumProblems(table: RecognisedTable, totalCell: string | null): Problem[] {
  const problems: Problem[] = [];
  const counted = table.sections.filter(countsTowardsTotal);
  const ofItems = sum(counted.flatMap(section => section.indicators.map(i => i.weight?.points ?? null)));
  const ofSections = sum(counted.map(section => section.weight));
  for (const section of table.sections) {
    const items = sum(section.indicators.map(indicator => indicator.weight?.points ?? null));
    report(
      section.cell,
      section.weight,
      items,
      phrase('section-states', { section: section.name }),
      phrase('own-indicators'),
    );
  }
  const titleCell = totalCell ?? table.title?.cells[0] ?? null;
  report(titleCell, titleTotal(), ofSections, phrase('title-states'), phrase('all-sections'));
  report(titleCell, titleTotal(), ofItems, phrase('title-states'), phrase('all-indicators'));
  for (const { kind, cell, value, label, section: code } of table.totals) {
    const stated = phrase('total-states', { label });
    if (kind === 'total') {
      report(cell, value, ofItems ?? ofSections, stated, phrase('all-indicators'));
      continue;
    }
    const section = table.sections.find(candidate => candidate.code === code);
    if (section) report(cell, value, itemsOf(section), stated, phrase('indicators-of', { section: section.name }));
  }
  return problems;

  /** Without a cell in the title the total comes from the totals row, which is checked as such. */
  function titleTotal(): number | null {
    return totalCell ? table.total : null;
  }

  function report(
    cell: string | null,
    declared: number | null,
    actual: number | null,
    stated: Sentence,
    summed: Sentence,
  ): void {
    if (declared === null || actual === null || round(declared - actual) === 0) return;
    const details = { stated, declared, summed, actual, difference: Math.abs(round(declared - actual)) };
    problems.push(problem('sum-mismatch', { sheet: table.sheet, cell }, details));
  }
}

export function countsTowardsTotal(section: Section): boolean {
  return !BESIDE_TOTAL.test(section.name);
}

function itemsOf(section: Section): number | null {
  return sum(section.indicators.map(indicator => indicator.weight?.points ?? null));
}

/** null unless every part is known: a sum with holes says nothing. */
function sum(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0 || parts.some(part => part === null)) return null;
  return round(parts.reduce<number>((all, part) => all + part!, 0));
}
