import * as z from 'zod';
import { AppError } from './app-error';

const versioned = z.object({ version: z.number().int().positive() });

/**
 * Reads one of a template's JSON files: the manifest, the guidance or the sample progress. `name` is the file's name,
 * for the error's sentence. A file from a newer version of the tool is told from a broken one.
 */
export function parseTemplateFile<T extends { version: number }>(
  schema: z.ZodType<T> & { shape: { version: z.ZodLiteral<number> } },
  content: unknown,
  name: string,
): T {
  const head = versioned.safeParse(content);
  if (head.success && head.data.version > schema.shape.version.value) {
    throw new AppError('template-too-new', { name, version: head.data.version });
  }
  const parsed = schema.safeParse(content);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0]!;
  throw new AppError('template-invalid', { name, path: issue.path.join('.') || '/' }, { cause: parsed.error });
}
