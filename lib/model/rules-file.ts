import * as z from 'zod';
import { AppError } from './app-error';
import { readingClausesSchema } from './rule-reading';
import { parseTemplateFile } from './template-file';

const text = z.string().min(1).max(8_000);

/**
 * A template of scoring rules, handed from unit to unit: the superior's words for each indicator and, where somebody
 * corrected how they are read, the reading. `version` is of the format.
 */
export const rulesFileSchema = z.object({
  version: z.literal(1),
  kind: z.literal('评分细则'),
  /** Title and year of the table it was made with: shown, not compared. */
  title: z.string().max(500),
  year: z.number().int().nullable(),
  indicators: z
    .array(
      z.object({
        /** "2.3" in the table it was made with. */
        code: z.string().max(40),
        section: z.string().max(2_000),
        content: z.string().max(40_000),
        weight: z.number().nullable(),
        text,
        /** null: as the words read. */
        clauses: readingClausesSchema.nullable(),
      }),
    )
    .max(20_000),
  /** Grades, vetoes and the like, for the whole table. */
  table: z.array(z.object({ text, clauses: readingClausesSchema.nullable() })).max(100),
});

export type RulesFile = z.infer<typeof rulesFileSchema>;

/** `name` is the file's, for the sentence of an error. Throws template-too-new, template-invalid. */
export function parseRulesFile(content: string, name: string): RulesFile {
  let read: unknown;
  try {
    read = JSON.parse(content);
  } catch (cause) {
    throw new AppError('template-invalid', { name, path: '/' }, { cause });
  }
  return parseTemplateFile(rulesFileSchema, read, name);
}
