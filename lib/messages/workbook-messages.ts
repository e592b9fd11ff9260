import * as z from 'zod';
import { AppError, type ErrorCode } from '../model/app-error';
import type { CellEdit } from '../model/cells';
import { ANSWER_ROLES, APPENDABLE_COLUMNS, type AppendableRole } from '../model/columns';
import type { Drafting } from '../model/drafted-rows';
import { ERROR_TEXTS } from '../model/error-texts';
import type { JournalState } from '../model/field-state';
import type { CellLook } from '../model/looks';
import type { ReadReturned, ReturnedFacts } from '../model/returned-workbook';
import type { Sentence } from '../model/sentence';
import type { SheetSnapshot } from '../model/sheet-snapshot';
import type { Problem, RecognisedTable, Recognition, RecognitionAnswers } from '../model/table';
import type { Unit } from '../model/unit-comparison';

/**
 * The workspace and its worker. Our own code on both sides, so the envelope and everything that steers are checked, and the bulk
 * (cells, looks) is taken at its word.
 */
const bytes = z.custom<Uint8Array>(value => value instanceof Uint8Array);
const cellValue = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const cellEdit: z.ZodType<CellEdit> = z.object({
  sheet: z.string(),
  row: z.number().int().nonnegative(),
  column: z.number().int().nonnegative(),
  value: cellValue,
});
const sentence: z.ZodType<Sentence> = z.object({ 'zh-CN': z.string(), en: z.string() });
const roles = z.enum(Object.keys(APPENDABLE_COLUMNS) as [AppendableRole, ...AppendableRole[]]);

const answers = z.custom<RecognitionAnswers>(value => typeof value === 'object' && value !== null);

/** The workbook as received, and what the journal said of it at some time. */
const ground = z.object({
  received: bytes,
  answers,
  state: z.custom<JournalState>(value => value instanceof Map),
  append: z.array(roles),
});

export const workbookRequest = z.discriminatedUnion('do', [
  z.object({
    id: z.number(),
    do: z.literal('workspace:worker:open'),
    bytes,
    answers,
  }),
  z.object({
    id: z.number(),
    do: z.literal('workspace:worker:open-drafted'),
    /** The workbook as received. */
    bytes,
    answers,
    /** What the journal says of the tables' rows and their wording. */
    values: z.array(z.object({ entity: z.string(), field: z.string(), value: cellValue })),
  }),
  z.object({
    id: z.number(),
    do: z.literal('workspace:worker:fill'),
    bytes,
    edits: z.array(cellEdit),
    growRows: z.boolean(),
    append: z.object({ table: z.custom<RecognisedTable>(), roles: z.array(roles) }).nullable(),
  }),
  z.object({
    id: z.number(),
    do: z.literal('workspace:worker:list'),
    sheet: z.object({ name: z.string(), rows: z.array(z.array(cellValue)), widths: z.array(z.number()) }),
  }),
  z.object({
    id: z.number(),
    do: z.literal('workspace:worker:hand-out'),
    ground,
    files: z.array(
      z.object({ id: z.string(), department: z.string(), campaign: z.string(), items: z.array(z.string()) }),
    ),
    roles: z.array(z.enum(ANSWER_ROLES)),
  }),
  z.object({ id: z.number(), do: z.literal('workspace:worker:returned-facts'), bytes }),
  z.object({
    id: z.number(),
    do: z.literal('workspace:worker:read-returned'),
    ground,
    /** The same for copies of one hand-out: its workbook is then made once. */
    base: z.string(),
    file: z.string(),
    returned: bytes,
  }),
  z.object({ id: z.number(), do: z.literal('workspace:worker:read-units'), file: z.string(), bytes }),
  z.object({
    id: z.number(),
    do: z.literal('workspace:worker:lists'),
    sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(cellValue)), widths: z.array(z.number()) })),
  }),
]);

export type WorkbookRequest = z.infer<typeof workbookRequest>;

/** What the workspace keeps of an opened workbook. */
export interface ReadWorkbook {
  format: string;
  date1904: boolean;
  looks: readonly CellLook[];
  snapshots: readonly SheetSnapshot[];
  warnings: readonly Problem[];
  recognition: Recognition;
}

export interface DraftedReading {
  /** The workbook with its drafted rows: what is filled and exported. */
  bytes: Uint8Array;
  workbook: ReadWorkbook;
  /** null: the rows are those of the workbook as received. */
  drafting: Drafting | null;
}

export interface FilledWorkbook {
  bytes: Uint8Array;
  changedCells: number;
  grownRows: number;
  problems: readonly Problem[];
}

export interface WorkbookReplies {
  'workspace:worker:open': ReadWorkbook;
  'workspace:worker:open-drafted': DraftedReading;
  'workspace:worker:fill': FilledWorkbook;
  'workspace:worker:list': Uint8Array;
  'workspace:worker:hand-out': { id: string; bytes: Uint8Array }[];
  'workspace:worker:returned-facts': ReturnedFacts;
  'workspace:worker:read-returned': ReadReturned;
  'workspace:worker:read-units': Unit[];
  'workspace:worker:lists': Uint8Array;
}

export const workbookReply = z.discriminatedUnion('kind', [
  z.object({ id: z.number(), kind: z.literal('done'), value: z.unknown() }),
  z.object({ id: z.number(), kind: z.literal('progress'), share: z.number() }),
  z.object({
    id: z.number(),
    kind: z.literal('failed'),
    code: z.string(),
    details: z.record(z.string(), z.union([z.string(), z.number(), sentence])),
    cause: z.string().optional(),
  }),
]);

export type WorkbookReply = z.infer<typeof workbookReply>;

/** Errors lose their class between worlds; code and details bring it back. */
export function replyError({ code, details, cause }: Extract<WorkbookReply, { kind: 'failed' }>): AppError {
  const options = cause === undefined ? undefined : { cause: new Error(cause) };
  if (code in ERROR_TEXTS) return new AppError(code as ErrorCode, details, options);
  return new AppError('unexpected', { reason: code }, options);
}
