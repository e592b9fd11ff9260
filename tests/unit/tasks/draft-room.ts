import type { Change } from '../../../lib/model/campaign-journal';
import { currentValue, fieldKey } from '../../../lib/model/field-state';
import type { DraftField, TableDraft } from '../../../lib/model/table-draft';
import { AnswerPlaces } from '../../../lib/tasks/answer-places';
import { campaignItems } from '../../../lib/tasks/campaign-items';
import { DraftDesk } from '../../../lib/tasks/draft-table';
import { type DraftedWorkbook, draftedWorkbook } from '../../../lib/tasks/drafted-workbook';
import { addRow, applyDraft, wordRow } from '../../../lib/tasks/drafting/draft-changes';
import { tableValues } from '../../../lib/tasks/drafting/journal-values';
import { EntryIndex } from '../../../lib/tasks/entries/entry-index';
import { exportEdits } from '../../../lib/tasks/export-edits';
import { fillWorkbook } from '../../../lib/workbook/fill-workbook';
import { MemoryJournal } from './memory-journal';

/** A campaign without a browser: its workbook, its journal, and the first table on its desk. */
export class DraftRoom {
  readonly journal = new MemoryJournal();
  private constructor(
    readonly received: Uint8Array,
    public now: DraftedWorkbook,
  ) {}

  static async open(bytes: Uint8Array): Promise<DraftRoom> {
    return new DraftRoom(bytes, await draftedWorkbook(bytes, []));
  }

  /** What a person, or a colleague's package, writes into the journal. */
  write(changes: readonly Change[]): void {
    for (const change of changes) this.journal.arrive(change);
  }

  async reopen(): Promise<void> {
    this.now = await draftedWorkbook(this.received, tableValues(this.journal.state));
  }

  get desk(): DraftDesk {
    const { state } = this.journal;
    const { recognition, drafting, grids } = this.now;
    return new DraftDesk(
      {
        tables: recognition.tables,
        drafting,
        grids,
        value: ({ entity, field }) => currentValue(state.get(fieldKey(entity, field))),
        field: key => state.get(key),
        keys: () => state.keys(),
      },
      recognition.tables[0]!,
    );
  }

  get draft(): TableDraft {
    return this.desk.read();
  }

  get places(): AnswerPlaces {
    return new AnswerPlaces(this.now.recognition.tables, this.now.drafting);
  }

  section(code: string) {
    return this.desk.received.sections.find(section => section.code === code)!;
  }

  add(section: string, after: string | null, texts: Partial<Record<DraftField, string>>): string {
    const { id, changes } = addRow(this.desk, this.section(section), after, texts);
    this.write(changes);
    return id;
  }

  word(row: string, field: DraftField, text: string): void {
    this.write([wordRow(this.desk, row, field, text, null)]);
  }

  async apply(): Promise<void> {
    this.write(applyDraft(this.desk));
    await this.reopen();
  }

  get items() {
    const { state } = this.journal;
    const { recognition, grids } = this.now;
    return campaignItems({
      tables: recognition.tables,
      places: this.places,
      grids: new Map(grids.map(grid => [grid.name, grid])),
      field: key => state.get(key),
      entries: new EntryIndex(),
      pending: () => undefined,
    });
  }

  async exported(): Promise<Uint8Array> {
    const { edits } = exportEdits(this.journal.state, this.places, this.now.recognition.tables, null);
    return (await fillWorkbook(this.now.bytes, edits, { growRows: true })).bytes;
  }
}
