/** "2023年", "2023年度", "〔2023〕": years in a wording. */
const YEAR = /(〔|\[)?((?:19|20)\d\d)(?=年|〕|\])(?:年度?|〕|\])/g;

export interface OtherYear {
  /** As it stands in the text. */
  found: string;
  /** The same with the table's year. */
  to: string;
}

/** Years in a text that are not the table's: pointed out, changed only by a person. Each spelling once. */
export function otherYears(text: string, year: number | null): OtherYear[] {
  if (year === null) return [];
  const found = new Map<string, OtherYear>();
  for (const [whole, , digits] of text.matchAll(YEAR)) {
    if (Number(digits) !== year) found.set(whole, { found: whole, to: whole.replace(digits!, String(year)) });
  }
  return [...found.values()];
}
