import * as z from 'zod';

/** A file beside the manifest: a plain ASCII name, never a path out of the folder. */
const fileName = z.string().regex(/^[a-z0-9][a-z0-9-]*\.(xlsx|json)$/);

/** templates/<id>/template.json: what a template is and which files it brings. */
export const templateManifestSchema = z.object({
  version: z.literal(1),
  /** <city>-<year>, the folder's name. */
  id: z.string().regex(/^[a-z]+(-[a-z]+)*-\d{4}$/),
  city: z.string().min(1),
  year: z.number().int().min(2000).max(2100),
  title: z.string().min(1),
  /** The superior's document that the table goes back to. */
  source: z.object({ docNo: z.string().min(1), title: z.string().min(1) }),
  /** Day of the table; also the only time stamp inside the workbooks made by script. */
  date: z.iso.date(),
  files: z.object({
    table: fileName,
    selfAssessment: fileName.optional(),
    taskBreakdown: fileName.optional(),
    guidance: fileName.optional(),
    sampleProgress: fileName.optional(),
  }),
});

export type TemplateManifest = z.infer<typeof templateManifestSchema>;
