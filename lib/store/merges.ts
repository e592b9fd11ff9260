import { type OpContent, writeOp } from '../journal/edit';
import { tick } from '../journal/hlc';
import { answersTo, type FieldState, fieldKey, opSays, standsFor } from '../model/field-state';
import type { Hlc, Op } from '../model/op';
import { randomId } from '../model/random-id';
import { advanceAll, commit, readFields, readJournal } from './journal-log';
import { logTables } from './log-tables';
import { shownChanges } from './merge-ops';
import { planMerge, readArrivals } from './plan-merge';
import { type MergedField, type MergeRecord, mergeRecord, readStored } from './records';
import { type Session, watchQuery } from './session';
import { withLog } from './with-log';

/** What one exchange brought, as it is told to a person. */
export interface Merge {
  group: string;
  /** Our clock. */
  time: number;
  from: string;
  actors: readonly string[];
  added: number;
  /** The fields that said something else afterwards. */
  fields: readonly { entity: string; field: string }[];
  undone: boolean;
}

export interface Merges {
  /** Newest first. */
  list(): Promise<Merge[]>;
  watch(callback: (merges: Merge[]) => void, options: { signal: AbortSignal }): void;
  /** What taking these records would change, without taking them. */
  preview(records: readonly unknown[]): Promise<{ before: FieldState; after: FieldState }[]>;
  /**
   * Puts back what stood before the merge, as one action of this person; fields that were edited since stay as they are.
   * Nothing leaves the log. Returns how many fields were put back.
   */
  undo(group: string, actor: string): Promise<number>;
}

export function openMerges(session: Session, campaign: string): Merges {
  const { db } = session;

  async function stored(): Promise<(MergeRecord & { n: number })[]> {
    const records = await db.merges.where('campaign').equals(campaign).toArray();
    return records.map(record => readStored(mergeRecord, record, 'merges')).sort((a, b) => b.n - a.n);
  }
  async function list(): Promise<Merge[]> {
    const groups = new Map<string, Merge>();
    for (const { group, time, from, actors, added, fields, undone } of await stored()) {
      const whole = groups.get(group);
      const names = fields.map(({ entity, field }) => ({ entity, field }));
      groups.set(group, {
        group,
        time: whole?.time ?? time,
        from,
        undone,
        actors: [...new Set([...(whole?.actors ?? []), ...actors])],
        added: added + (whole?.added ?? 0),
        fields: [
          ...new Map(
            [...(whole?.fields ?? []), ...names].map(name => [fieldKey(name.entity, name.field), name]),
          ).values(),
        ],
      });
    }
    return [...groups.values()];
  }

  return {
    list: () => session.run(list),

    watch(callback, { signal }) {
      watchQuery(session, list, callback, signal);
    },

    preview: records =>
      withLog(session, campaign, 'read', async packed => {
        const plan = await planMerge(session, campaign, readArrivals(records), packed);
        return shownChanges(plan).map(({ entity, field }) => {
          const key = fieldKey(entity, field);
          return { before: plan.before.get(key)!, after: plan.fields.get(key)! };
        });
      }),

    undo: (group, actor) =>
      session.write(logTables(session), async () => {
        const parts = (await stored()).filter(merge => merge.group === group && !merge.undone);
        const journal = await readJournal(session, campaign);
        let { clock } = journal;
        const nextTime = (): Hlc => {
          clock = tick(clock, session.now());
          return clock;
        };
        const author = { actor, replica: session.replica, newId: () => randomId(), nextTime, group: randomId(8) };
        const merged = wholeMerge(parts);
        const fields = await readFields(session, campaign, merged);
        const ops = merged.flatMap(part =>
          contentsBefore(part, fields.get(fieldKey(part.entity, part.field))!).map(content =>
            writeOp(part.entity, part.field, content, { ...author, source: 'undo-merge' }),
          ),
        );
        advanceAll(fields, ops, new Map());
        const touched = new Set(ops.map(op => fieldKey(op.entity, op.field)));
        const changed = [...fields].filter(([key]) => touched.has(key)).map(([, field]) => field);
        if (ops.length > 0) await commit(session, campaign, { journal, clock, rows: ops, fields: changed });
        for (const part of parts) await db.merges.put({ ...part, undone: true });
        return touched.size;
      }),
  };
}

/** One exchange may have come in portions: what stood before the first, and what the last left. Newest first. */
function wholeMerge(parts: readonly MergeRecord[]): MergedField[] {
  const fields = new Map<string, MergedField>();
  for (const part of parts) {
    for (const merged of part.fields) {
      const key = fieldKey(merged.entity, merged.field);
      const later = fields.get(key);
      fields.set(key, later ? { ...merged, after: later.after } : merged);
    }
  }
  return [...fields.values()];
}

/** The ops' contents that put back what stood; [] where somebody has edited since. */
function contentsBefore({ before, after }: MergedField, now: FieldState): OpContent[] {
  const heads = now.heads.map(head => head.id);
  if (heads.length !== after.length || !heads.every(id => after.includes(id))) return [];
  const undoes = now.heads.find(head => !before.some(op => op.id === head.id))?.id ?? heads[0]!;
  if (before.length === 0) return [{ value: null, reset: true, parents: heads, undoes }];
  return before.map(op => ({ ...putBack(op), parents: heads, undoes }));
}

function putBack(op: Op): OpContent {
  const value = opSays(op);
  const content = value === undefined ? { value: null, reset: true as const } : { value };
  const restores = standsFor(op);
  const saw = op.saw ? { saw: [...op.saw] } : {};
  return { ...content, ...saw, parents: [], ...(restores ? { restores, restoredParents: [...answersTo(op)] } : {}) };
}
