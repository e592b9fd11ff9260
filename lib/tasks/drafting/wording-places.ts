import type { ErrorCode } from '../../model/app-error';
import type { CellGrid, CellValue, GridCell } from '../../model/cells';
import { indicatorEntity } from '../../model/entity';
import type { Indicator, RecognisedTable, Section } from '../../model/table';
import type { DraftField } from '../../model/table-draft';
import { AnswerPlaces, type Place } from '../answer-places';
import { modelFor } from './draft-plan';
import { cellAt } from './section-numbers';

/** Where the wording of one field of a row is kept, and what the workbook holds there. */
export interface WordingPlace extends Place {
  /** What the table holds without anybody's wording; null: nothing. */
  original: CellValue;
  /** The same as shown. */
  originalText: string;
  /** Whose form a weight follows. */
  model: GridCell | undefined;
  fixed: ErrorCode | null;
}

/**
 * The wording of a table's rows. `received` is the table as received, `current` as it is now: the same where no rows were drafted.
 */
export class WordingPlaces {
  private readonly places: AnswerPlaces;
  private readonly uses = new Map<string, number>();
  private readonly current = new Map<string, Indicator>();

  constructor(
    private readonly received: RecognisedTable,
    current: RecognisedTable,
    private readonly grid: CellGrid,
  ) {
    this.places = new AnswerPlaces([received]);
    for (const { indicators } of received.sections) {
      for (const { cells } of indicators) {
        for (const cell of Object.values(cells)) this.uses.set(cell, (this.uses.get(cell) ?? 0) + 1);
      }
    }
    for (const indicator of current.sections.flatMap(({ indicators }) => indicators)) {
      this.current.set(indicator.id ?? indicator.code, indicator);
    }
  }

  /** null where the table has no column for it. `row` is null for a new row. */
  of(section: Section, id: string, row: Indicator | null, field: DraftField): WordingPlace | null {
    return row ? this.ofReceived(id, row, field) : this.ofNew(section, id, field);
  }

  private ofReceived(id: string, row: Indicator, field: DraftField): WordingPlace | null {
    const address = row.cells[field];
    if (address === undefined) return null;
    const cell = cellAt(this.current.get(id)?.cells[field], this.grid);
    const spread = field === 'measures' && row.measures.some(measure => measure.cell !== undefined);
    const summed = field === 'weight' && row.weight?.text.includes('、');
    const shared = (this.uses.get(address) ?? 0) > 1;
    const fixed = cell?.formula !== undefined ? 'formula-cell' : spread || summed || shared ? 'text-over-rows' : null;
    const isThere = this.current.has(id);
    const text = isThere && !spread ? (cell?.text ?? '') : receivedText(row, field);
    return {
      ...this.places.atCell(this.received.sheet, address),
      original: isThere ? (cell?.value ?? null) : text,
      originalText: text,
      model: cell ?? textCell(text),
      fixed,
    };
  }

  private ofNew(section: Section, id: string, field: DraftField): WordingPlace | null {
    const like = modelFor(section, null);
    const address = like.cells[field];
    if (address === undefined) return null;
    const { sheet, ordinal } = this.received;
    const model = cellAt(this.current.get(like.code)?.cells[field], this.grid) ?? textCell(receivedText(like, field));
    return {
      entity: indicatorEntity(sheet, ordinal, id),
      field,
      original: null,
      originalText: '',
      model: model.formula === undefined ? model : { ...model, kind: 'number' },
      fixed: null,
    };
  }
}

const textCell = (text: string): GridCell => ({ kind: 'text', text, value: text });

function receivedText({ contentText, measures, deadline, weight }: Indicator, field: DraftField): string {
  if (field === 'content') return contentText;
  if (field === 'measures') return measures.map(({ text }) => text).join('\n');
  return (field === 'deadline' ? deadline?.text : weight?.text) ?? '';
}
