import type { SheetSource } from '../../components/table/sheet-source';
import type { ReadWorkbook } from '../../lib/messages/workbook-messages';
import type { Campaign } from '../../lib/model/campaign';
import type { CampaignJournal } from '../../lib/model/campaign-journal';
import type { Item } from '../../lib/model/item';
import { SnapshotGrid } from '../../lib/model/sheet-snapshot';
import { AnswerPlaces } from '../../lib/tasks/answer-places';
import { CampaignFilling } from '../../lib/tasks/campaign-filling';
import { campaignItems, type ItemGround, readItem } from '../../lib/tasks/campaign-items';
import { FilledSheet } from '../../lib/tasks/filled-sheet';
import { entityOfKey } from '../../lib/tasks/journal-keys';
import { filledSheetSource } from './sheet-source-of';

/** One open campaign on this page: the workbook as read, what is filled in, and its items kept up to date. */
export class CampaignSession {
  readonly grids: readonly SnapshotGrid[];
  readonly places: AnswerPlaces;
  readonly filling: CampaignFilling;
  readonly #ground: ItemGround;
  readonly #sources = new Map<string, { source: SheetSource; sheet: FilledSheet }>();
  readonly #listeners = new Set<() => void>();
  /** Which items read which entity. Two items may share one merged answer cell. */
  readonly #readers = new Map<string, number[]>();
  readonly #stale = new Set<number>();
  #items: readonly Item[];
  #frame = 0;

  constructor(
    readonly campaign: Campaign,
    readonly bytes: Uint8Array,
    readonly workbook: ReadWorkbook,
    journal: CampaignJournal,
    actor: () => string,
    signal: AbortSignal,
  ) {
    const { tables } = workbook.recognition;
    this.grids = workbook.snapshots.map(snapshot => new SnapshotGrid(snapshot));
    this.places = new AnswerPlaces(tables);
    this.filling = new CampaignFilling(journal, actor, signal);
    const { filling, places } = this;
    this.#ground = {
      tables,
      places,
      grids: new Map(this.grids.map(grid => [grid.name, grid])),
      field: key => filling.state.get(key),
      pending: key => filling.pending(key),
    };
    this.#items = campaignItems(this.#ground);
    this.#items.forEach((item, index) => {
      const answers = [...item.measures, ...Object.values(item.answers)];
      const entities = [item.entity, ...answers.map(answer => answer.entity)];
      for (const entity of new Set(entities)) this.#readers.set(entity, [...(this.#readers.get(entity) ?? []), index]);
    });
    const stop = filling.subscribe(changed => this.#changed(changed));
    signal.addEventListener('abort', () => {
      stop();
      cancelAnimationFrame(this.#frame);
    });
  }

  get items(): readonly Item[] {
    return this.#items;
  }

  /** Calls at most once a frame, after items or the save status changed. */
  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  sheet(name: string): { source: SheetSource; sheet: FilledSheet } | null {
    const known = this.#sources.get(name);
    if (known) return known;
    const grid = this.grids.find(candidate => candidate.name === name);
    if (!grid) return null;
    const sheet = new FilledSheet(grid, this.places, this.filling);
    const made = { sheet, source: filledSheetSource(this.workbook, grid, sheet) };
    this.#sources.set(name, made);
    return made;
  }

  #changed(changed: ReadonlySet<string> | null): void {
    for (const key of changed ?? []) {
      for (const index of this.#readers.get(entityOfKey(key)) ?? []) this.#stale.add(index);
    }
    this.#frame ||= requestAnimationFrame(() => this.#refresh());
  }

  #refresh(): void {
    this.#frame = 0;
    if (this.#stale.size > 0) {
      const items = [...this.#items];
      for (const index of this.#stale) {
        const { table, section, indicator } = items[index]!;
        items[index] = readItem(this.#ground, table, section, indicator);
      }
      this.#items = items;
      this.#stale.clear();
    }
    for (const listener of this.#listeners) listener();
  }
}
