import { readOp } from '../journal/read-op';
import { fieldKey } from '../model/field-state';
import type { Op, OpEnvelope } from '../model/op';

/** The ops of a campaign's blocks, ready to be looked up. An op that several blocks hold counts once. */
export class LogIndex {
  readonly records: OpEnvelope[] = [];
  private readonly keys = new Map<string, string>();
  private readonly fields = new Map<string, Op[]>();
  private readonly authors = new Map<string, Op[]>();

  /** `record` as it came off the disk. What is known already, or no record of a log at all, is left out. */
  add(record: unknown): void {
    const read = readOp(record);
    if (read.kind === 'none' || this.keys.has(read.record.id)) return;
    this.keys.set(read.record.id, fieldOf(read.record));
    this.records.push(read.record);
    if (read.kind !== 'op') return;
    const { entity, field, replica, actor } = read.record;
    append(this.fields, fieldKey(entity, field), read.record);
    append(this.authors, authorKey(replica, actor), read.record);
  }

  /** The field of a known op; '' where it is in none, undefined where the op is not known. */
  keyOf(id: string): string | undefined {
    return this.keys.get(id);
  }

  /** In order of arrival. */
  ofField(entity: string, field: string): readonly Op[] {
    return this.fields.get(fieldKey(entity, field)) ?? [];
  }

  ofAuthor(replica: string, actor: string): readonly Op[] {
    return this.authors.get(authorKey(replica, actor)) ?? [];
  }

  *ops(): Iterable<Op> {
    for (const ops of this.fields.values()) yield* ops;
  }
}

/** The field that a record names; kinds that only a newer version understands may name none. */
export function fieldOf({ entity, field }: OpEnvelope): string {
  return typeof entity === 'string' && typeof field === 'string' ? fieldKey(entity, field) : '';
}

const authorKey = (replica: string, actor: string): string => `${replica} ${actor}`;

function append(lists: Map<string, Op[]>, key: string, op: Op): void {
  const list = lists.get(key);
  if (list) list.push(op);
  else lists.set(key, [op]);
}
