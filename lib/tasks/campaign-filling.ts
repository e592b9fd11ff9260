import { ALL_SAVED, nextSaveStatus, type SaveEvent, type SaveStatus } from '../journal/save-status';
import { toAppError } from '../model/app-error';
import type { CampaignJournal, Change } from '../model/campaign-journal';
import { currentValue, fieldKey, type JournalState } from '../model/field-state';
import type { Op, OpValue } from '../model/op';
import type { Place } from './answer-places';

/** Typing is kept this long after the last letter at the latest; until then it is shown as not yet saved. */
const TYPING_PAUSE = 500;

interface Pending {
  change: Change;
  group: string | undefined;
  state: 'typing' | 'saving' | 'saved' | 'failed';
  timer: ReturnType<typeof setTimeout> | undefined;
}

/**
 * What a person fills in, on its way into the journal: at once on screen, shown as saved only when the journal has it on disk. What
 * could not be saved stays on screen and can be saved again.
 */
export class CampaignFilling {
  private tellOpened: () => void = () => {};
  /** The journal has been read for the first time. */
  readonly opened = new Promise<void>(resolve => {
    this.tellOpened = resolve;
  });
  private journalState: JournalState = new Map();
  private saveStatus: SaveStatus = ALL_SAVED;
  private readonly held = new Map<string, Pending>();
  private readonly listeners = new Set<(changed: ReadonlySet<string> | null) => void>();
  private readonly underway = new Set<Promise<void>>();

  constructor(
    readonly journal: CampaignJournal,
    readonly actor: () => string,
    signal: AbortSignal,
  ) {
    journal.watch((state, changed) => this.arrived(state, changed), { signal });
  }

  get status(): SaveStatus {
    return this.saveStatus;
  }

  get state(): JournalState {
    return this.journalState;
  }

  /** What is on screen and not yet known to be in the journal. */
  pending(key: string): { value: OpValue | undefined } | undefined {
    const pending = this.held.get(key);
    return pending && { value: pending.change.value };
  }

  /** What the journal has not confirmed yet, letters typed a moment ago included. */
  get unsaved(): Change[] {
    return [...this.held.values()].filter(pending => pending.state !== 'saved').map(pending => pending.change);
  }

  /** Of every field with an edit, also one that is still on its way. */
  *keys(): Iterable<string> {
    yield* this.journalState.keys();
    yield* this.held.keys();
  }

  /** undefined where the workbook's own text stands. */
  value({ entity, field }: Place): OpValue | undefined {
    const key = fieldKey(entity, field);
    const pending = this.held.get(key);
    return pending ? pending.change.value : currentValue(this.journalState.get(key));
  }

  /** `changed` is null where the save status alone changed. */
  subscribe(listener: (changed: ReadonlySet<string> | null) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** One action: saved together, undone together. */
  async set(changes: readonly Change[], group?: string): Promise<void> {
    const entries = changes.map(change => this.hold(change, 'saving', group));
    this.report({ type: 'started', fields: entries.map(entry => entry.key) });
    this.tell(new Set(entries.map(entry => entry.key)));
    await this.save(entries, group);
  }

  /** A text that is still being typed; `group` names the stay in its field, which is undone as one. */
  type(change: Change, group: string): void {
    const key = fieldKey(change.entity, change.field);
    const before = this.held.get(key);
    const entry = this.hold(change, 'typing', group);
    if (before?.state !== 'typing') this.report({ type: 'started', fields: [key] });
    entry.pending.timer = setTimeout(() => void this.save([entry], group), TYPING_PAUSE);
    this.tell(new Set([key]));
  }

  /** Saves now what is being typed, and waits for everything under way. */
  async flush(): Promise<void> {
    for (const [key, pending] of this.held) {
      if (pending.state === 'typing') void this.save([{ key, pending }], pending.group);
    }
    await Promise.all(this.underway);
  }

  async retry(): Promise<void> {
    const failed = [...this.held].filter(([, pending]) => pending.state === 'failed');
    if (failed.length > 0) await this.set(failed.map(([, pending]) => pending.change));
  }

  async undo(): Promise<void> {
    await this.flush();
    await this.takeBack(actor => this.journal.undo(actor));
  }

  async redo(): Promise<void> {
    await this.flush();
    await this.takeBack(actor => this.journal.redo(actor));
  }

  /** What was filled in before the person gave a name is theirs as well. */
  private async takeBack(step: (actor: string) => Promise<Op[]>): Promise<void> {
    const actor = this.actor();
    const ops = await step(actor);
    if (ops.length === 0 && actor !== '') await step('');
  }

  private hold(change: Change, state: Pending['state'], group: string | undefined): { key: string; pending: Pending } {
    const key = fieldKey(change.entity, change.field);
    const before = this.held.get(key);
    if (before?.state === 'typing') {
      clearTimeout(before.timer);
      // This change takes the place of the one that was being typed, whose save will not come.
      if (state !== 'typing') this.report({ type: 'finished', fields: [key] });
    }
    const pending: Pending = { change, group, state, timer: undefined };
    this.held.set(key, pending);
    return { key, pending };
  }

  private async save(entries: readonly { key: string; pending: Pending }[], group: string | undefined): Promise<void> {
    const fields = entries.map(entry => entry.key);
    for (const { pending } of entries) {
      clearTimeout(pending.timer);
      pending.state = 'saving';
    }
    const saving = this.journal
      .apply(
        entries.map(entry => entry.pending.change),
        { actor: this.actor(), ...(group === undefined ? {} : { group }) },
      )
      .then(
        ops => {
          const written = new Set(ops.map(op => fieldKey(op.entity, op.field)));
          for (const { key, pending } of entries) {
            pending.state = 'saved';
            // An edit that changed nothing is never announced by the journal.
            if (!written.has(key) && this.held.get(key) === pending) this.held.delete(key);
          }
          this.report({ type: 'finished', fields });
        },
        (thrown: unknown) => {
          for (const { pending } of entries) pending.state = 'failed';
          this.report({ type: 'failed', fields, error: toAppError(thrown) });
        },
      );
    this.underway.add(saving);
    await saving;
    this.underway.delete(saving);
  }

  private arrived(state: JournalState, changed: ReadonlySet<string>): void {
    this.journalState = state;
    this.tellOpened();
    for (const key of changed) {
      // What is still being typed or saved stays on screen; what the journal has now speaks for itself.
      if (this.held.get(key)?.state === 'saved') this.held.delete(key);
    }
    this.tell(changed);
  }

  private report(event: SaveEvent): void {
    this.saveStatus = nextSaveStatus(this.saveStatus, event);
    this.tell(null);
  }

  private tell(changed: ReadonlySet<string> | null): void {
    for (const listener of this.listeners) listener(changed);
  }
}
