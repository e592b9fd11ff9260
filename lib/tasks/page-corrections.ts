import * as z from 'zod';

/**
 * What people said about fields of a site ("this field is …"), by the site's pattern. What a correction says is lib/page's business; here they
 * are kept, bounded, the newest last.
 */
export const PAGE_CORRECTIONS = 'page-corrections';
export const correctionsSchema = z.record(z.string(), z.array(z.unknown()));

export type SiteCorrections = z.infer<typeof correctionsSchema>;

const MOST_OF_A_SITE = 500;
const LONGEST = 4_000;

export function withCorrection(all: SiteCorrections, site: string, correction: unknown): SiteCorrections {
  const text = JSON.stringify(correction) ?? '';
  if (text === '' || text.length > LONGEST) return all;
  const others = (all[site] ?? []).filter(one => JSON.stringify(one) !== text);
  return { ...all, [site]: [...others, correction].slice(-MOST_OF_A_SITE) };
}

export function withoutCorrection(all: SiteCorrections, site: string, correction: unknown): SiteCorrections {
  const text = JSON.stringify(correction);
  const kept = (all[site] ?? []).filter(one => JSON.stringify(one) !== text);
  const { [site]: _, ...others } = all;
  return kept.length === 0 ? others : { ...others, [site]: kept };
}
