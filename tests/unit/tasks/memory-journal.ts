import { fold } from '../../../lib/journal/fold';
import type { CampaignJournal, Change } from '../../../lib/model/campaign-journal';
import { currentValue, emptyField, fieldKey, type JournalState } from '../../../lib/model/field-state';
import type { Op } from '../../../lib/model/op';

/** A journal in memory whose saves wait until they are let through, or fail. */
export class MemoryJournal implements Pick<CampaignJournal, 'apply' | 'watch'> {
  readonly ops: Op[] = [];
  readonly applied: Change[][] = [];
  private waiting: {
    changes: readonly Change[];
    group: string | undefined;
    done: (ops: Op[]) => void;
    fail: (error: unknown) => void;
  }[] = [];
  private readonly watchers: ((state: JournalState, changed: ReadonlySet<string>) => void)[] = [];

  get state(): JournalState {
    return fold(this.ops);
  }

  apply(changes: readonly Change[], { group }: { actor: string; group?: string }): Promise<Op[]> {
    return new Promise((done, fail) => this.waiting.push({ changes, group, done, fail }));
  }

  watch(callback: (state: JournalState, changed: ReadonlySet<string>) => void): void {
    this.watchers.push(callback);
    callback(this.state, new Set(this.state.keys()));
  }

  /** Lets all waiting saves reach the disk. */
  async letThrough(): Promise<void> {
    for (const { changes, done } of this.waiting.splice(0)) {
      const ops = changes.flatMap(change => this.write(change, 'me'));
      this.applied.push([...changes]);
      this.announce(ops);
      done(ops);
    }
    await settle();
  }

  async refuse(error: unknown): Promise<void> {
    for (const { fail } of this.waiting.splice(0)) fail(error);
    await settle();
  }

  /** An edit from another tab. */
  arrive(change: Change): void {
    this.announce(this.write(change, 'someone else'));
  }

  private write({ entity, field, value, saw }: Change, actor: string): Op[] {
    const before = this.state.get(fieldKey(entity, field)) ?? emptyField(entity, field);
    if (before.heads.length < 2 && currentValue(before) === value) return [];
    const op: Op = {
      id: String(this.ops.length).padStart(32, '0'),
      replica: 'r',
      hlc: { time: this.ops.length, count: 0 },
      actor,
      entity,
      field,
      value: value ?? null,
      ...(value === undefined ? { reset: true as const } : {}),
      parents: before.heads.map(head => head.id),
      ...(saw ? { saw: [...saw] } : {}),
    };
    this.ops.push(op);
    return [op];
  }

  private announce(ops: readonly Op[]): void {
    const changed = new Set(ops.map(op => fieldKey(op.entity, op.field)));
    if (changed.size > 0) for (const watcher of this.watchers) watcher(this.state, changed);
  }
}

export const settle = (): Promise<void> => new Promise(resolve => setTimeout(resolve));
