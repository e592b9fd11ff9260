import * as z from 'zod';
import { AppError } from './app-error';
import { COLUMN_ROLES } from './columns';

/** A CSS selector; the page's own query decides whether it is a valid one. " >>> " goes on inside a component's shadow root. */
const selector = z.string().min(1).max(1_000);
const indicator = z.string().regex(/^\d{1,2}[.-]\d{1,2}$/);
const count = z.number().int().min(1).max(2_000);
const role = z.enum(COLUMN_ROLES);

/** One field named outright. `near` is text that stands around it, where the same element serves one indicator after another. */
const boundField = z.object({
  selector,
  count: z.literal(1).default(1),
  indicator,
  /** The indicator's own words. Where they are given they decide, and a table with other words has no such field. */
  text: z.string().min(1).max(400).optional(),
  role,
  near: z.string().max(80).optional(),
});

/** Rows alike: in each, where the indicator's text stands and where the fields are. */
const boundRows = z.object({
  selector,
  count,
  /** Within a row: the text that is compared with the table. Without it `indicators` names the rows in order. */
  text: selector.optional(),
  indicators: z.array(indicator).max(2_000).optional(),
  fields: z.array(z.object({ selector, role })).min(1).max(40),
});

const boundSite = z
  .object({
    name: z.string().min(1).max(80),
    /** Address without query, "*" for any part: https://pingan.example.gov.cn/assess/* */
    match: z
      .string()
      .regex(/^https?:\/\/[^/\s]+\/\S*$/)
      .max(300),
    fields: z.array(boundField).max(2_000).default([]),
    rows: z.array(boundRows).max(50).default([]),
  })
  .refine(({ fields, rows }) => fields.length + rows.length > 0, { message: 'fields or rows' })
  .refine(({ rows }) => rows.every(it => it.text || it.indicators?.length === it.count), {
    message: 'text or indicators',
  });

/** templates/<id>/bindings.json, or handed on by a colleague: which fields of which sites are which; see templates/README.md. */
export const pageBindingsSchema = z.object({
  version: z.literal(1),
  /** Of the table whose numbers are named; where it is given, a table of another year takes only what is told by words. */
  year: z.number().int().min(2000).max(2100).optional(),
  sites: z.array(boundSite).max(200),
});

export type PageBindings = z.infer<typeof pageBindingsSchema>;
export type BoundSite = PageBindings['sites'][number];

/** Setting of the store: bindings that people brought in, file after file. */
export const PAGE_BINDINGS = 'page-bindings';
export const keptBindingsSchema = z.array(pageBindingsSchema).max(200);

/** Bytes of the largest file that is read. */
const LARGEST = 4_000_000;

/**
 * A file of bindings that somebody handed on. Throws bindings-too-large (before it is read), bindings-too-new, bindings-invalid with the
 * place that is wrong.
 */
export async function readPageBindings(file: File): Promise<PageBindings> {
  const { name, size } = file;
  if (size > LARGEST) throw new AppError('bindings-too-large', { name, size: Math.ceil(size / 1_000_000) });
  let content: unknown;
  try {
    content = JSON.parse(await file.text());
  } catch (cause) {
    throw new AppError('bindings-invalid', { name, path: '/' }, { cause });
  }
  const head = z.object({ version: z.number().int().min(2) }).safeParse(content);
  if (head.success) throw new AppError('bindings-too-new', { name, version: head.data.version });
  const read = pageBindingsSchema.safeParse(content);
  if (read.success) return read.data;
  throw new AppError(
    'bindings-invalid',
    { name, path: read.error.issues[0]?.path.join('.') || '/' },
    { cause: read.error },
  );
}
