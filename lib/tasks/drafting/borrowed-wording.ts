import type { RecognisedTable } from '../../model/table';
import type { BorrowedSection } from '../../model/table-draft';
import { matchKey } from '../../model/text';
import { unnumbered } from '../draft-table';

/** The wording of another workbook's tables, as it stands there. */
export function borrowedSections(tables: readonly RecognisedTable[]): BorrowedSection[] {
  return tables
    .filter(({ kind }) => kind !== 'tasks')
    .flatMap(({ sections }) => sections)
    .map(({ name, indicators }) => ({
      name,
      indicators: indicators.map(({ code, contentText, measures, deadline, weight }) => ({
        code,
        texts: {
          content: unnumbered(contentText),
          measures: measures.map(({ text }) => text.trim()).join('\n'),
          deadline: deadline?.text ?? '',
          weight: weight?.text ?? '',
        },
      })),
    }));
}

/** The section of the same name, whatever its spaces, width and brackets. @returns its index, or null */
export function matchingSection(sections: readonly BorrowedSection[], name: string): number | null {
  const key = matchKey(name);
  const same = sections.findIndex(section => matchKey(section.name) === key);
  if (same >= 0) return same;
  const alike = sections.findIndex(section => {
    const other = matchKey(section.name);
    return other !== '' && key !== '' && (other.includes(key) || key.includes(other));
  });
  return alike >= 0 ? alike : null;
}
