import * as z from 'zod';
import { COLUMN_ROLES } from './columns';

/** A CSS selector; the page's own query decides whether it is a valid one. */
const selector = z.string().min(1).max(500);
const indicator = z.string().regex(/^\d{1,2}[.-]\d{1,2}$/);
const count = z.number().int().min(1).max(2_000);
const role = z.enum(COLUMN_ROLES);

/** One field named outright. `near` is text that stands around it, where the same element serves one indicator after another. */
const boundField = z.object({
  selector,
  count: z.literal(1).default(1),
  indicator,
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

/** templates/<id>/bindings.json: which fields of which sites are which, said by a person; see templates/README.md. */
export const pageBindingsSchema = z.object({ version: z.literal(1), sites: z.array(boundSite).max(200) });

export type PageBindings = z.infer<typeof pageBindingsSchema>;
export type BoundSite = PageBindings['sites'][number];
