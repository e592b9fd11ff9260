import type { RecognisedTable } from '../model/table';
import { cleanText } from '../model/text';

/** A text of a table and the cell it stands in. */
export interface TableText {
  code: string;
  what: 'content' | 'measure';
  cell: string;
  /** Verbatim, without tags. */
  text: string;
  clean: string;
}

/** Hints about wording are for tables that people read; beyond this many indicators nobody does. */
const MOST_INDICATORS = 2_000;

export function tableTexts(table: RecognisedTable): TableText[] {
  const indicators = table.sections.flatMap(section => section.indicators).slice(0, MOST_INDICATORS);
  return indicators.flatMap(indicator => {
    const cell = indicator.cells.content ?? '';
    const content: TableText = {
      code: indicator.code,
      what: 'content',
      cell,
      text: indicator.contentText,
      clean: cleanText(indicator.contentText),
    };
    const measures = indicator.measures.map(
      (measure): TableText => ({
        code: indicator.code,
        what: 'measure',
        cell: measure.cell ?? indicator.cells.measures ?? cell,
        text: measure.text,
        clean: measure.clean,
      }),
    );
    return [content, ...measures];
  });
}
