import * as z from 'zod';
import { opValue } from './op';

/** Where one answer of an indicator lives, and what the workbook as received holds there. */
const guideAnswer = z.object({
  entity: z.string().min(1),
  field: z.string().min(1),
  /** As shown. */
  original: z.string(),
  /** As stored in the cell; null where it is empty or there is no cell. */
  value: opValue,
  readOnly: z.boolean(),
});

export const pageIndicatorSchema = z.object({
  code: z.string().min(1),
  number: z.number(),
  section: z.string(),
  sectionNumber: z.string().nullable(),
  text: z.string(),
  measures: z.string(),
  deadline: z.string(),
  weight: z.number().nullable(),
  asked: z.array(z.string()),
  clauses: z.array(z.string()),
});

/**
 * What the background needs of a campaign to serve web pages without opening its workbook: the public table, and where the answers
 * are kept. Written whenever the campaign is opened; kept in the store's settings.
 */
export const pageGuideSchema = z.object({
  version: z.literal(1),
  /** Of what it was made: another workbook, reading or version gives another guide. */
  madeOf: z.string(),
  table: z.object({ campaign: z.string().min(1), indicators: z.array(pageIndicatorSchema) }),
  /** By code, then by role; several where each measure has a row of its own. */
  answers: z.record(z.string(), z.record(z.string(), z.array(guideAnswer))),
});

export type PageGuide = z.infer<typeof pageGuideSchema>;
export type GuideAnswer = z.infer<typeof guideAnswer>;

/** Settings of the store: a campaign's guide, and which campaign pages are filled from. */
export const PAGE_GUIDE = 'page-guide';
export const PAGE_CAMPAIGN = 'page-campaign';
