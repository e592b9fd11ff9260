import * as z from 'zod';
import { fieldCorrectionSchema } from '../model/page-correction';
import { PAGE_ROLES, type PageRole } from '../model/page-table';
import type { OverlayRequest, OwnPageNotice, ToPanel } from './overlay-messages';

/** The page's process may be anybody's: lengths are bounded, and what is not asked for is dropped. */
const code = z.string().min(1).max(60);
const role = z.enum(PAGE_ROLES as unknown as [PageRole, ...PageRole[]]);
const typed = z.string().max(100_000);

export const overlayRequest: z.ZodType<OverlayRequest> = z.discriminatedUnion('do', [
  z.object({ do: z.literal('overlay:background:hello') }),
  z.object({ do: z.literal('overlay:background:value'), code, role }),
  z.object({ do: z.literal('overlay:background:take'), code, role, text: typed }),
  z.object({ do: z.literal('overlay:background:correct'), correction: fieldCorrectionSchema }),
  z.object({ do: z.literal('overlay:background:show-panel') }),
  z.object({ do: z.literal('overlay:background:tools') }),
  z.object({
    do: z.literal('overlay:background:found'),
    fields: z.number().int().min(0).max(100_000),
    frames: z.array(z.object({ address: z.string().max(4_000), code })).max(50),
  }),
]);

export const ownPageNotice: z.ZodType<OwnPageNotice> = z.object({ do: z.literal('pages:background:changed') });

const id = z.string().min(1).max(40);

export const toPanel: z.ZodType<ToPanel> = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('overlay:panel:fields'),
    fields: z
      .array(
        z.object({
          id,
          code: code.nullable(),
          role: z.string().max(40).nullable(),
          tier: z.enum(['sure', 'maybe', 'none']),
          label: z.string().max(200),
          value: typed,
          isFile: z.boolean(),
        }),
      )
      .max(5_000),
    focused: id.nullable(),
    wants: z.enum(['show', 'correct']).nullable(),
    broken: z
      .array(
        z.object({
          site: z.string().max(80),
          selector: z.string().max(1_000),
          expected: z.number().int().nonnegative(),
          found: z.number().int().nonnegative(),
        }),
      )
      .max(200),
    foreign: z.array(z.string().max(300)).max(200),
  }),
  z.object({ do: z.literal('overlay:panel:value'), field: id, value: typed }),
  z.object({
    do: z.literal('overlay:panel:done'),
    field: id,
    outcome: z.discriminatedUnion('is', [
      z.object({ is: z.literal('filled'), undoable: z.boolean() }),
      z.object({ is: z.literal('changedByPage'), value: typed }),
      z.object({ is: z.literal('refused'), code: z.string().max(40), detail: z.string().max(2_000) }),
    ]),
  }),
]);
