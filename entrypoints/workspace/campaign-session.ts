import type { SaveState } from '../../components/frame/save-indicator';
import type { SheetSource } from '../../components/table/sheet-source';
import { shownText } from '../../components/table/shown-value';
import { type CampaignTotals, RunningTotals } from '../../components/totals/campaign-totals';
import type { DraftedReading, ReadWorkbook } from '../../lib/messages/workbook-messages';
import type { CellPosition } from '../../lib/model/address';
import type { AppError } from '../../lib/model/app-error';
import type { Campaign } from '../../lib/model/campaign';
import type { Drafting, JournalValue } from '../../lib/model/drafted-rows';
import type { Item } from '../../lib/model/item';
import type { OpValue } from '../../lib/model/op';
import type { PageGuide } from '../../lib/model/page-guide';
import { SnapshotGrid } from '../../lib/model/sheet-snapshot';
import type { RecognitionAnswers } from '../../lib/model/table';
import { AnswerPlaces } from '../../lib/tasks/answer-places';
import type { CampaignFilling } from '../../lib/tasks/campaign-filling';
import { campaignItems, type ItemGround, readItem } from '../../lib/tasks/campaign-items';
import { shapesTable, tableValues } from '../../lib/tasks/drafting/journal-values';
import { EntryIndex } from '../../lib/tasks/entries/entry-index';
import { FilledSheet } from '../../lib/tasks/filled-sheet';
import { entityOfKey } from '../../lib/tasks/journal-keys';
import { HintDesk } from './hint-desk';
import { type ItemCell, itemsByCell } from './items-by-cell';
import { nextFrame } from './next-frame';
import { filledSheetSource } from './sheet-source-of';

export interface SessionGround extends DraftedReading {
  campaign: Campaign;
  filling: CampaignFilling;
  values: readonly JournalValue[];
  /** The workbook as received, and what its user said of its columns. */
  received: Uint8Array;
  answers: RecognitionAnswers;
  draftFailure: AppError | null;
}

/** One open campaign on this page: the workbook as read, what is filled in, and its items kept up to date. */
export class CampaignSession {
  readonly campaign: Campaign;
  /** The workbook as received, and what its user said of its columns. */
  readonly received: Uint8Array;
  readonly answers: RecognitionAnswers;
  /** The workbook to fill: as received, or with its drafted rows. */
  readonly bytes: Uint8Array;
  readonly workbook: ReadWorkbook;
  /** null: the rows are those of the workbook as received. */
  readonly drafting: Drafting | null;
  /** Why drafted rows could not be put in; then the table is shown as received. */
  readonly draftFailure: AppError | null;
  readonly grids: readonly SnapshotGrid[];
  readonly places: AnswerPlaces;
  readonly filling: CampaignFilling;
  readonly hints: HintDesk;
  /** What web pages are served from. */
  pageGuide: Promise<PageGuide> | null = null;
  private readonly ground: ItemGround;
  private readonly entries: EntryIndex;
  private readonly sources = new Map<string, { source: SheetSource; sheet: FilledSheet }>();
  private readonly listeners = new Set<() => void>();
  private readonly saveListeners = new Set<() => void>();
  /** Which items read which entity. Two items may share one merged answer cell. */
  private readonly readers = new Map<string, number[]>();
  private readonly stale = new Set<number>();
  private readonly runningTotals: RunningTotals;
  private shownItems: readonly Item[];
  private cellItems: ReadonlyMap<string, ItemCell> | null = null;
  private shownSave: SaveState = { state: 'saved', failed: 0, error: null };
  private typing = false;
  /** What the tables were read with. */
  readonly values: string;
  private readonly rowListeners = new Set<() => void>();
  private shownRevision = 0;
  private stopRefresh: (() => void) | null = null;

  constructor(opened: SessionGround, signal: AbortSignal) {
    const { campaign, bytes, workbook, drafting, filling } = opened;
    const { tables } = workbook.recognition;
    this.campaign = campaign;
    this.received = opened.received;
    this.answers = opened.answers;
    this.bytes = bytes;
    this.workbook = workbook;
    this.drafting = drafting;
    this.draftFailure = opened.draftFailure;
    this.filling = filling;
    this.values = JSON.stringify(opened.values);
    this.grids = workbook.snapshots.map(snapshot => new SnapshotGrid(snapshot));
    this.places = new AnswerPlaces(tables, drafting);
    const { places } = this;
    this.entries = new EntryIndex(filling.keys());
    this.ground = {
      tables,
      places,
      grids: new Map(this.grids.map(grid => [grid.name, grid])),
      entries: this.entries,
      field: key => filling.state.get(key),
      pending: key => filling.pending(key),
    };
    this.shownItems = campaignItems(this.ground);
    this.runningTotals = new RunningTotals(this.shownItems);
    this.shownItems.forEach((item, index) => {
      const answers = [...item.measures, ...Object.values(item.answers)];
      const entities = [item.entity, ...answers.map(answer => answer.entity)];
      for (const entity of new Set(entities)) this.readers.set(entity, [...(this.readers.get(entity) ?? []), index]);
    });
    this.hints = new HintDesk({ recognition: workbook.recognition, filling, items: () => this.shownItems }, signal);
    const stop = filling.subscribe(changed => this.changed(changed));
    signal.addEventListener('abort', () => {
      stop();
      this.stopRefresh?.();
    });
  }

  /** Moves with every change that is shown. */
  get revision(): number {
    return this.shownRevision;
  }

  /** The journal holds other rows, or other wording of them, than the tables were read with. */
  get outdated(): boolean {
    return JSON.stringify(tableValues(this.filling.state)) !== this.values;
  }

  /** The journal holds other rows: the tables are to be read anew at once. */
  subscribeRows = (listener: () => void): (() => void) => {
    this.rowListeners.add(listener);
    return () => this.rowListeners.delete(listener);
  };

  get items(): readonly Item[] {
    return this.shownItems;
  }

  get totals(): CampaignTotals {
    return this.runningTotals.current;
  }

  get save(): SaveState {
    return this.shownSave;
  }

  /** Which item a cell belongs to, by `cellPlace`. The structure never changes: with other rows there is another session. */
  get itemsByCell(): ReadonlyMap<string, ItemCell> {
    this.cellItems ??= itemsByCell(this.shownItems);
    return this.cellItems;
  }

  /** A cell's editor was opened or closed: what stands in it is not saved yet. */
  setTyping = (typing: boolean): void => {
    this.typing = typing;
    this.showSave();
  };

  /** At once, never a frame late: what reads "saved" must be saved. */
  subscribeSave = (listener: () => void): (() => void) => {
    this.saveListeners.add(listener);
    return () => this.saveListeners.delete(listener);
  };

  /** Calls at most once a frame, after items changed. */
  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** A value as its cell will show it. */
  textOf = (sheet: string, { row, column }: CellPosition, value: OpValue): string => {
    const { looks, date1904 } = this.workbook;
    const grid = this.grids.find(candidate => candidate.name === sheet);
    const look = grid && looks[grid.style(row, column)];
    return shownText(value, look?.numberFormat ?? 'General', date1904);
  };

  sheet(name: string): { source: SheetSource; sheet: FilledSheet } | null {
    const known = this.sources.get(name);
    if (known) return known;
    const grid = this.grids.find(candidate => candidate.name === name);
    if (!grid) return null;
    const sheet = new FilledSheet(grid, this.places, this.filling);
    const made = { sheet, source: filledSheetSource(this.workbook, grid, sheet) };
    this.sources.set(name, made);
    return made;
  }

  private changed(changed: ReadonlySet<string> | null): void {
    if (changed === null) {
      this.showSave();
      return;
    }
    for (const key of changed) {
      const entity = this.entries.note(key) ?? entityOfKey(key);
      for (const index of this.readers.get(entity) ?? []) this.stale.add(index);
    }
    this.stopRefresh ??= nextFrame(() => this.refresh());
    const rows = [...changed].some(key => shapesTable(key) === 'rows');
    if (rows && this.outdated) for (const listener of this.rowListeners) listener();
  }

  private refresh(): void {
    this.stopRefresh = null;
    this.shownRevision++;
    if (this.stale.size > 0) {
      const items = [...this.shownItems];
      for (const index of this.stale) {
        const before = items[index]!;
        const after = readItem(this.ground, before.table, before.section, before.indicator);
        items[index] = after;
        this.runningTotals.replace(index, before, after);
      }
      this.shownItems = items;
      this.stale.clear();
    }
    this.hints.changed();
    for (const listener of this.listeners) listener();
  }

  private showSave(): void {
    const { state, failed, error } = this.filling.status;
    const shown = state === 'saved' && this.typing ? 'typing' : state;
    const { save } = this;
    if (shown === save.state && failed.length === save.failed && error === save.error) return;
    this.shownSave = { state: shown, failed: failed.length, error };
    for (const listener of this.saveListeners) listener();
  }
}
