import * as z from 'zod';
import { PAGE_ROLES, type PageRole } from './page-table';

/**
 * "This field is …", said by a person: a field as it is known again at the next visit, and what it is. It comes from a page's process, so
 * that everything is bounded.
 */
export const fieldCorrectionSchema = z.object({
  /** Origin and path of the document. */
  page: z.string().min(1).max(2_000),
  selector: z.string().min(1).max(1_000),
  /** Key of the text around it: one element may serve one indicator after another. */
  near: z.string().max(80),
  /** null: the field is none of the table's. */
  code: z.string().min(1).max(60).nullable(),
  role: z.enum(PAGE_ROLES as unknown as [PageRole, ...PageRole[]]).nullable(),
  /** The indicator's words, by which it is found in a table where its number is another one. */
  text: z.string().max(400).optional(),
});

export type FieldCorrection = z.infer<typeof fieldCorrectionSchema>;
