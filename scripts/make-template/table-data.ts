import * as z from 'zod';

const indicator = z.object({
  /** section.number; the number is what is printed before the content. */
  code: z.string().regex(/^\d+\.\d+$/),
  content: z.string().min(1),
  /** As printed, with their own numbers where they have one. */
  measures: z.array(z.string().min(1)).min(1),
  deadline: z.string().min(1),
  weight: z.number().positive(),
});

const section = z.object({
  code: z.string().regex(/^\d+$/),
  /** The printed ordinal, such as "一". */
  number: z.string().min(1),
  name: z.string().min(1),
  weight: z.number().positive(),
  indicators: z.array(indicator).min(1),
});

/** templates/<id>/table.json: what the workbooks of a template are made from. */
export const tableDataSchema = z.object({
  version: z.literal(1),
  title: z.string().min(1),
  unit: z.string().min(1),
  year: z.number().int(),
  total: z.number().positive(),
  sheetName: z.string().min(1).max(31),
  sections: z.array(section).min(1),
  notes: z.array(z.string().min(1)),
});

export type TableData = z.infer<typeof tableDataSchema>;
export type IndicatorData = z.infer<typeof indicator>;
export type SectionData = z.infer<typeof section>;

/** "（一）领导责任落实（10分）"; in the narrow first column its three parts stand below each other. */
export function sectionHeading(section: SectionData, separator = ''): string {
  return [`（${section.number}）`, section.name, `（${section.weight}分）`].join(separator);
}

/** "3.落实…": the content with the number that its code ends in. */
export function numberedContent(indicator: IndicatorData): string {
  return `${indicator.code.split('.')[1]}.${indicator.content}`;
}
