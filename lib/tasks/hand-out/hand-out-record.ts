import * as z from 'zod';
import { APPENDABLE_COLUMNS, type AppendableRole } from '../../model/columns';
import { claims, type FieldState, fieldKey, type JournalState } from '../../model/field-state';
import { type Op, opSchema } from '../../model/op';

const role = z.enum(Object.keys(APPENDABLE_COLUMNS) as [AppendableRole, ...AppendableRole[]]);

/** What was handed out when, so that a copy that comes back is compared with just that. Kept with the campaign on this PC. */
export const handOutRecord = z.object({
  at: z.number(),
  append: z.array(role),
  files: z.array(z.object({ id: z.string(), department: z.string(), name: z.string() })),
  /** The edits that stood in each field, by the field's key. */
  heads: z.record(z.string(), z.array(z.string())),
});

export const handOutRecords = z.object({ version: z.literal(1), handOuts: z.array(handOutRecord) });

export type HandOutRecord = z.infer<typeof handOutRecord>;

export function headsOf(state: JournalState): HandOutRecord['heads'] {
  const heads: HandOutRecord['heads'] = {};
  for (const [key, field] of state) {
    // What was handed out is what the export writes: of several values the default pick, first.
    const ids = new Set([...claims(field), ...field.heads].map(({ id }) => id));
    if (ids.size > 0) heads[key] = [...ids];
  }
  return heads;
}

/** The journal as it stood when the record was made. Edits are never deleted, so all of them are in the log. */
export function stateThen(record: HandOutRecord, log: readonly unknown[]): JournalState {
  const wanted = new Set(Object.values(record.heads).flat());
  const byId = new Map<string, Op>();
  for (const entry of log) {
    const op = opSchema.safeParse(entry).data;
    if (op && wanted.has(op.id)) byId.set(op.id, op);
  }
  const fields = new Map<string, FieldState>();
  for (const ids of Object.values(record.heads)) {
    const heads = ids.flatMap(id => byId.get(id) ?? []);
    const [first] = heads;
    if (!first) continue;
    const { entity, field } = first;
    fields.set(fieldKey(entity, field), { entity, field, heads, awaited: [] });
  }
  return fields;
}
