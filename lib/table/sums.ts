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
  const counted = table.sections.filter(section => !BESIDE_TOTAL.test(section.name));
  const ofItems = sum(counted.flatMap(section => section.indicators.map(i => i.weight?.points ?? null)));
  const ofSections = sum(counted.map(section => section.weight));
  for (const section of table.sections) {
    const items = sum(section.indicators.map(indicator => indicator.weight?.points ?? null));
    report(section.cell, section.weight, items, `“${section.name}”标明`, '本项目各指标分值之和');
  }
  report(totalCell ?? table.title?.cells[0] ?? null, titleTotal(), ofSections, '表名标明总分', '各项目分值之和');
  report(totalCell ?? table.title?.cells[0] ?? null, titleTotal(), ofItems, '表名标明总分', '各指标分值之和');
  for (const total of table.totals) {
    if (total.kind === 'total') {
      report(total.cell, total.value, ofItems ?? ofSections, `“${total.label}”写明`, '各指标分值之和');
      continue;
    }
    const section = table.sections.find(({ code }) => code === total.section);
    if (section)
      report(total.cell, total.value, itemsOf(section), `“${total.label}”写明`, `“${section.name}”各指标分值之和`);
  }
  return problems;

  /** Without a cell in the title the total comes from the totals row, which is checked as such. */
  function titleTotal(): number | null {
    return totalCell ? table.total : null;
  }

  function report(cell: string | null, declared: number | null, actual: number | null, what: string, of: string): void {
    if (declared === null || actual === null || round(declared - actual) === 0) return;
    const message = `${what} ${declared} 分，${of}为 ${actual} 分，相差 ${Math.abs(round(declared - actual))} 分。`;
    problems.push({ code: 'sum-mismatch', severity: 'warning', sheet: table.sheet, cell, message });
  }
}

function itemsOf(section: Section): number | null {
  return sum(section.indicators.map(indicator => indicator.weight?.points ?? null));
}

/** null unless every part is known: a sum with holes says nothing. */
function sum(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0 || parts.some(part => part === null)) return null;
  return round(parts.reduce<number>((all, part) => all + part!, 0));
}
