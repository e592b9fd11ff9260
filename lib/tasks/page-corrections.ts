import * as z from 'zod';
import type { PageBindings } from '../model/page-binding';
import { type FieldCorrection, fieldCorrectionSchema } from '../model/page-correction';
import { printedCode } from '../model/page-table';

/** What people said about fields of a site ("this field is …"), by the site's pattern, the newest last. A setting of the store. */
export const PAGE_CORRECTIONS = 'page-corrections';
export const correctionsSchema = z.record(z.string(), z.array(z.unknown()));

/** As kept: another version may have written what this one does not read. */
export type SiteCorrections = z.infer<typeof correctionsSchema>;

const MOST_OF_A_SITE = 500;

/** The corrections of a site that this version reads. */
export function correctionsOf(all: SiteCorrections, site: string): FieldCorrection[] {
  return (all[site] ?? []).flatMap(one => fieldCorrectionSchema.safeParse(one).data ?? []);
}

/** With this one in the place of an earlier one about the same field. */
export function withCorrection(all: SiteCorrections, site: string, correction: FieldCorrection): SiteCorrections {
  const others = (all[site] ?? []).filter(one => !isAboutSame(one, correction));
  return { ...all, [site]: [...others, correction].slice(-MOST_OF_A_SITE) };
}

export function withoutCorrection(all: SiteCorrections, site: string, correction: FieldCorrection): SiteCorrections {
  const kept = (all[site] ?? []).filter(one => !isAboutSame(one, correction));
  const { [site]: _, ...others } = all;
  return kept.length === 0 ? others : { ...others, [site]: kept };
}

function isAboutSame(kept: unknown, { page, selector, near }: FieldCorrection): boolean {
  const other = (kept ?? {}) as Partial<FieldCorrection>;
  return other.page === page && other.selector === selector && other.near === near;
}

/**
 * What was said about a site, as a file that others can bring in or put under templates/. Fields that are none of the table's are left
 * out: a binding cannot say so. null where nothing is left.
 */
export function bindingsOfCorrections(name: string, corrections: readonly FieldCorrection[]): PageBindings | null {
  const pages = new Set(corrections.map(({ page }) => page));
  const sites = [...pages].flatMap(page => {
    const fields = corrections.flatMap(({ page: own, selector, near, code, role, text }) => {
      const indicator = code === null ? '' : printedCode(code);
      if (own !== page || role === null || !INDICATOR.test(indicator)) return [];
      return [
        { selector, count: 1 as const, indicator, role, ...(text ? { text } : {}), ...(near === '' ? {} : { near }) },
      ];
    });
    return fields.length > 0 ? [{ name: name.slice(0, 80), match: page, fields, rows: [] }] : [];
  });
  return sites.length > 0 ? { version: 1, sites } : null;
}

/** As page-binding.ts wants it. */
const INDICATOR = /^\d{1,2}[.-]\d{1,2}$/;
