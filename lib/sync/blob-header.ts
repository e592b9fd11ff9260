import * as z from 'zod';

/** What leads a file of evidence. The content's own hash stands nowhere: it would tell which file it is. */
export const blobHeader = z.looseObject({
  v: z.literal(1),
  project: z.string(),
  cipher: z.string(),
  key: z.string().optional(),
});
