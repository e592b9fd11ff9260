import * as z from 'zod';

/**
 * Our own advice beside a table. Each entry carries the word 建议, so that no view can show it as the superior's rule by
 * leaving something out.
 */
const advice = z.object({
  kind: z.literal('建议'),
  /** evidence: papers that usually prove it · gap: what is often missing · wording: how to put it. */
  topic: z.enum(['evidence', 'gap', 'wording']),
  /** Numbers of the measures it is about; absent where it is about the whole indicator. */
  measures: z.array(z.number().int().positive()).min(1).optional(),
  text: z.string().min(1).max(500),
});

const code = z.string().regex(/^\d+\.\d+$/);

/** templates/<id>/guidance.json */
export const guidanceSchema = z.object({
  version: z.literal(1),
  template: z.string().min(1),
  kind: z.literal('建议'),
  /** Shown wherever advice is shown. */
  notice: z.string().min(1),
  indicators: z.array(z.object({ code, advice: z.array(advice).min(1) })),
});

/** templates/<id>/sample-progress.json: invented answers for demonstrations and screenshots. */
export const sampleProgressSchema = z.object({
  version: z.literal(1),
  template: z.string().min(1),
  kind: z.literal('示例'),
  notice: z.string().min(1),
  indicators: z.array(
    z.object({
      code,
      department: z.string().min(1),
      selfScore: z.number().nonnegative(),
      completion: z.string().min(1),
    }),
  ),
});

export type Guidance = z.infer<typeof guidanceSchema>;
export type Advice = z.infer<typeof advice>;
export type SampleProgress = z.infer<typeof sampleProgressSchema>;
