import type { Guidance } from '../model/guidance';
import type { Indicator, RecognisedTable } from '../model/table';
import { matchKey } from '../model/text';

/** Below this share of the template's indicators, word for word, the table is another one. */
const RECOGNISABLE = 0.6;

/**
 * A template's advice for a table that is recognisably that template's; null for any other. Only for indicators whose words
 * are the template's own: beside other words the advice would be about something else.
 */
export function templateGuidance(
  table: RecognisedTable,
  template: RecognisedTable,
  guidance: Guidance,
): Guidance | null {
  const own = contents(table);
  const theirs = contents(template);
  const same = new Set([...theirs].filter(([code, content]) => own.get(code) === content).map(([code]) => code));
  if (theirs.size === 0 || same.size / theirs.size < RECOGNISABLE) return null;
  return { ...guidance, indicators: guidance.indicators.filter(({ code }) => same.has(code)) };
}

function contents(table: RecognisedTable): Map<string, string> {
  const indicators: Indicator[] = table.sections.flatMap(section => section.indicators);
  return new Map(indicators.map(({ code, content }) => [code, matchKey(content)]));
}
