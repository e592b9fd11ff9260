import { parseAddress } from '../model/address';
import type { ColumnRole } from '../model/columns';
import type { Indicator, Measure, RecognisedTable, Section } from '../model/table';
import { matchKey } from '../model/text';

/** What a cell of a table holds. Cells of a section's own (its name, its weight) have no indicator. */
export interface Field {
  section: Section;
  indicator: Indicator | null;
  role: ColumnRole;
  /** Set where each measure has a row of its own. */
  measure: Measure | null;
}

export function indicatorByCode(table: RecognisedTable, code: string): Indicator | null {
  for (const section of table.sections) {
    const found = section.indicators.find(indicator => indicator.code === code);
    if (found) return found;
  }
  return null;
}

/** The anchor of an indicator's cell for a role; null where there is no such indicator or column. */
export function cellOf(table: RecognisedTable, code: string, role: ColumnRole): string | null {
  return indicatorByCode(table, code)?.cells[role] ?? null;
}

/** Which indicator and role a cell belongs to; null outside of the table's rows and role columns. */
export function fieldAt(table: RecognisedTable, address: string): Field | null {
  const place = parseAddress(address);
  if (!place) return null;
  const row = place.row + 1;
  const canonical = address.replace(/\$/g, '').toUpperCase();
  for (const section of table.sections) {
    if (section.cell === canonical && !section.indicators.some(({ cells }) => cells.content === canonical)) {
      return { section, indicator: null, role: 'section', measure: null };
    }
    for (const indicator of section.indicators) {
      if (row < indicator.rows.first || row > indicator.rows.last) continue;
      const role = roleAt(table, indicator, place.column, canonical);
      if (!role) return null;
      const measure = indicator.measures.find(({ cell }) => cell === canonical) ?? null;
      const ofSection = role === 'section' || role === 'subsection';
      return { section, indicator: ofSection ? null : indicator, role, measure };
    }
  }
  return null;
}

function roleAt(table: RecognisedTable, indicator: Indicator, column: number, address: string): ColumnRole | null {
  for (const [role, cell] of Object.entries(indicator.cells)) if (cell === address) return role as ColumnRole;
  return table.columns.find(found => found.column === column)?.role ?? null;
}

/**
 * The sections a note speaks of, as in “(二)履职尽责成效”项目中: resolved by name, whatever its spaces, brackets and
 * width. Empty where the note names none, or none of this table.
 */
export function sectionsNamedIn(table: RecognisedTable, note: string): Section[] {
  const text = matchKey(note);
  return table.sections.filter(section => section.name !== '' && text.includes(matchKey(section.name)));
}
