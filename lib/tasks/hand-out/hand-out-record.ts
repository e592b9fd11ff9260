import * as z from 'zod';
import type { CampaignJournal } from '../../model/campaign-journal';
import { APPENDABLE_COLUMNS, type AppendableRole } from '../../model/columns';
import { claims, currentValue, type FieldState, fieldKey, type JournalState } from '../../model/field-state';
import { type Op, opSchema } from '../../model/op';
import { randomId } from '../../model/random-id';
import { FACT_AUTHOR, HAND_OUT, isFact } from '../sharing/campaign-facts';

const role = z.enum(Object.keys(APPENDABLE_COLUMNS) as [AppendableRole, ...AppendableRole[]]);

const recordSchema = z.object({
  version: z.literal(1),
  at: z.number(),
  /** Who handed out, as they named themselves; '' for nobody named. */
  by: z.string(),
  append: z.array(role),
  files: z.array(z.object({ id: z.string(), department: z.string(), name: z.string() })),
  /** Ids of the edits that stood in the fields then, those of one field in their order. */
  heads: z.array(z.string()),
});

/**
 * What was handed out when, so that a copy that comes back is compared with just that. One entry of the journal each: it travels
 * with the campaign, and a colleague takes back what another handed out.
 */
export type HandOutRecord = Omit<z.infer<typeof recordSchema>, 'version'>;

const FIELD = 'record';

/** Saved when it resolves. */
export async function keepHandOut(journal: Pick<CampaignJournal, 'apply'>, record: HandOutRecord): Promise<void> {
  const value = JSON.stringify({ version: 1, ...record } satisfies z.input<typeof recordSchema>);
  const author = { actor: FACT_AUTHOR, source: 'sharing' };
  await journal.apply([{ entity: `${HAND_OUT}${randomId()}`, field: FIELD, value }], author);
}

/** Oldest first. One that only a newer version can read counts as unknown, and stays. */
export function readHandOuts(state: JournalState): HandOutRecord[] {
  const records: HandOutRecord[] = [];
  for (const field of state.values()) {
    if (field.field !== FIELD || !field.entity.startsWith(HAND_OUT)) continue;
    const read = recordSchema.safeParse(parsed(currentValue(field))).data;
    if (read) records.push(read);
  }
  return records.sort((a, b) => a.at - b.at);
}

function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return null;
  try {
    return JSON.parse(value);
  } catch {
    // Damaged, or of another kind: no record.
    return null;
  }
}

export function headsOf(state: JournalState): HandOutRecord['heads'] {
  const heads: string[] = [];
  for (const field of state.values()) {
    if (isFact(field.entity)) continue;
    // What was handed out is what the export writes: of several values the default pick, first.
    heads.push(...new Set([...claims(field), ...field.heads].map(({ id }) => id)));
  }
  return heads;
}

/** The journal as it stood when the record was made. Edits are never deleted, so all that arrived here are in the log. */
export function stateThen(record: HandOutRecord, log: readonly unknown[]): JournalState {
  const wanted = new Set(record.heads);
  const byId = new Map<string, Op>();
  for (const entry of log) {
    const op = opSchema.safeParse(entry).data;
    if (op && wanted.has(op.id)) byId.set(op.id, op);
  }
  const fields = new Map<string, FieldState>();
  for (const id of record.heads) {
    const op = byId.get(id);
    if (!op) continue;
    const { entity, field } = op;
    const key = fieldKey(entity, field);
    const heads = [...(fields.get(key)?.heads ?? []), op];
    fields.set(key, { entity, field, heads, awaited: [] });
  }
  return fields;
}
