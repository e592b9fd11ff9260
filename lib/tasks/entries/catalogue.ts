import type { Item } from '../../model/item';
import { listed } from '../../model/listed-entries';
import { type CatalogueItem, type CatalogueSection, planCatalogue } from '../../report/evidence-catalogue';
import { writeStyledWorkbook } from '../../workbook/styled/write-styled';
import { sectionHeading, sheetTitle } from '../sheet-title';
import { evidenceLines } from './evidence-text';

/**
 * What the 佐证目录 lists, by the table's numbers: what was registered, then what an indicator's own cell names beside it. An
 * indicator without either is left out.
 */
export function catalogue(items: readonly Item[]): CatalogueSection[] {
  const sections: { of: Item['section']; items: CatalogueItem[] }[] = [];
  for (const item of items) {
    const registered = listed(item.entries.evidence).map(({ fields }) => ({
      name: fields.name.text,
      place: fields.place.text,
      date: fields.date.text,
      sha256: fields.sha256.text,
    }));
    const { evidence: cell } = item.answers;
    // Of a cell that several indicators share it is the first that lists it.
    const named = evidenceLines(
      cell.entity === item.entity ? cell.text : '',
      registered.map(({ name }) => name),
    ).map(name => ({ name, place: '', date: '', sha256: '' }));
    const evidence = [...registered, ...named];
    if (evidence.length === 0) continue;
    const { code, content } = item.indicator;
    const last = sections[sections.length - 1];
    const listedItem = { code, content, evidence };
    if (last?.of === item.section) last.items.push(listedItem);
    else sections.push({ of: item.section, items: [listedItem] });
  }
  return sections.map(section => ({ heading: sectionHeading(section.of), items: section.items }));
}

export const catalogueCount = (sections: readonly CatalogueSection[]): number =>
  sections.reduce((sum, { items }) => sum + items.reduce((count, { evidence }) => count + evidence.length, 0), 0);

/** 佐证目录 as .xlsx bytes. `date`: ISO day, stands in the document's properties. */
export function catalogueWorkbook(items: readonly Item[], date: string): Uint8Array {
  const title = sheetTitle(items[0]?.table, '佐证材料目录');
  return writeStyledWorkbook(planCatalogue(title, catalogue(items)), date);
}
