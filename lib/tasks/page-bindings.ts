import type { BoundSite, PageBindings } from '../model/page-binding';
import type { FieldCorrection } from '../model/page-correction';
import type { PageTable } from '../model/page-table';
import { fitsPattern } from '../page/apply-bindings';
import { indexTexts, type TextIndex } from '../page/text-index';

/** Words of two editions of one indicator differ by less. */
const ALIKE = 0.85;

/** The parts of bindings that speak of this site and hold for this table, with the table's own codes. */
export function bindingsForTable(
  files: readonly PageBindings[],
  { table, year, origin }: { table: PageTable; year: number | null; origin: string },
): BoundSite[] {
  const codes = codesIn(table);
  return files.flatMap(file => {
    // By numbers alone an indicator of another year would be another one.
    const isOtherYear = file.year !== undefined && year !== null && file.year !== year;
    return file.sites.flatMap(site => {
      if (!fitsPattern(origin, site.match.split('/').slice(0, 3).join('/'))) return [];
      const fields = site.fields.flatMap(field => {
        const code = field.text === undefined && isOtherYear ? null : codes(field.indicator, field.text);
        return code === null ? [] : [{ ...field, indicator: code }];
      });
      const rows = site.rows.filter(({ text }) => text !== undefined || !isOtherYear);
      return fields.length + rows.length > 0 ? [{ ...site, fields, rows }] : [];
    });
  });
}

/** Corrections with this table's codes. One about an indicator that it does not have says nothing here. */
export function correctionsForTable(corrections: readonly FieldCorrection[], table: PageTable): FieldCorrection[] {
  const codes = codesIn(table);
  return corrections.flatMap(correction => {
    if (correction.code === null) return [correction];
    const code = codes(correction.code, correction.text);
    return code === null ? [] : [{ ...correction, code }];
  });
}

/** The table's code for an indicator that is named by number and, where they are known, by its words; null where it has none such. */
function codesIn(table: PageTable): (code: string, text: string | undefined) => string | null {
  const byCode = new Map(table.indicators.map(({ code }) => [code.replace('-', '.'), code]));
  let texts: TextIndex | null = null;
  return (code, text) => {
    const named = byCode.get(code.replace('-', '.')) ?? null;
    if (text === undefined) return named;
    texts ??= indexTexts(table);
    const alike = texts.score(text).filter(({ score }) => score >= ALIKE);
    const found = alike.map(({ indicator }) => table.indicators[indicator]!.code);
    // Two tables of one workbook may print the same words.
    return named !== null && found.includes(named) ? named : (found[0] ?? null);
  };
}
