import type { CellGrid } from '../model/cells';
import type { Drafting, SectionNumbering } from '../model/drafted-rows';
import { indicatorEntity, parseEntity, rowEntity } from '../model/entity';
import { ADDED } from '../model/entry';
import { type FieldState, fieldKey, inConflict, type JournalState } from '../model/field-state';
import type { OpValue } from '../model/op';
import { addPoints, type Points, parsePoints, pointsOf } from '../model/points';
import type { RecognisedTable, Section } from '../model/table';
import {
  DRAFT_FIELDS,
  type DraftField,
  type DraftRow,
  type DraftSection,
  type DraftSum,
  type DraftText,
  type TableDraft,
} from '../model/table-draft';
import { leadingNumber } from '../table/measures';
import { countsTowardsTotal } from '../table/sums';
import { parseWeight } from '../table/weight';
import type { Place } from './answer-places';
import { contentOfRow, disputedRows } from './drafting/removed-rows';
import { longestRise } from './drafting/row-moves';
import { draftField, isNewRow, newRowIds, type PlacedRow, ROW_FIELDS, rowOrder } from './drafting/row-order';
import { firstNumbers, numberings } from './drafting/section-numbers';
import { weightText } from './drafting/weight-value';
import { type WordingPlace, WordingPlaces } from './drafting/wording-places';
import { isEntryRemoved } from './entries/removed-entries';
import { splitFieldKey } from './journal-keys';

export interface DraftGround {
  /** As they are now. */
  tables: readonly RecognisedTable[];
  drafting: Drafting | null;
  grids: readonly CellGrid[];
  value(place: Place): OpValue | undefined;
  field(key: string): FieldState | undefined;
  /** Of every field with an edit. */
  keys(): Iterable<string>;
}

/** One table on its way to being drafted, at one moment: what it was, what it is, and where each text is kept. */
export class DraftDesk {
  readonly received: RecognisedTable;
  private readonly numbering: ReadonlyMap<string, SectionNumbering>;
  private readonly wording: WordingPlaces;
  private readonly newRows: ReadonlySet<string>;
  private readonly disputed: ReadonlyMap<string, unknown>;

  constructor(
    readonly ground: DraftGround,
    readonly table: RecognisedTable,
  ) {
    const { drafting, grids, tables } = ground;
    const at = tables.indexOf(table);
    const grid = grids.find(({ name }) => name === table.sheet)!;
    this.received = drafting?.received[at] ?? table;
    this.numbering = drafting?.numbering[at] ?? numberings(table, 'content', grid);
    this.wording = new WordingPlaces(this.received, table, grid);
    this.newRows = newRowIds(table, ground.keys());
    this.disputed = disputedRows(this.state());
  }

  rowPlace(id: string, field: string): Place {
    return { entity: rowEntity(this.table.sheet, this.table.ordinal, id), field };
  }

  /** As applied, or as drafted on top. */
  rowsOf(section: Section, layer: 'applied' | 'drafted'): PlacedRow[] {
    return rowOrder(section, this.newRows, (id, field) => {
      const drafted = layer === 'drafted' ? this.value(id, draftField(field)) : undefined;
      return drafted ?? this.value(id, field);
    });
  }

  /** A removed row that somebody wrote into unseen is there. */
  value(id: string, field: string): OpValue | undefined {
    const place = this.rowPlace(id, field);
    return field === 'removed' && this.disputed.has(place.entity) ? undefined : this.ground.value(place);
  }

  /** Ids of the edits that stand in a row. */
  contentOf(id: string): string[] {
    return contentOfRow(this.state(), this.rowPlace(id, 'removed').entity);
  }

  private state(): JournalState {
    const fields = new Map<string, FieldState>();
    for (const key of this.ground.keys()) {
      const field = this.ground.field(key);
      if (field) fields.set(key, field);
    }
    return fields;
  }

  placeOf(section: Section, { id, indicator }: PlacedRow, field: DraftField): WordingPlace | null {
    return this.wording.of(section, id, indicator, field);
  }

  /** The number each section's first indicator bears, and in what form. */
  numbers(rows: ReadonlyMap<string, readonly PlacedRow[]>): Map<string, { first: number; model: string }> {
    const count = (code: string) => rows.get(code)!.filter(({ removed }) => !removed).length;
    const first = firstNumbers(this.received.sections, this.numbering, count);
    return new Map(
      [...first].map(([code, number]) => [code, { first: number, model: this.numbering.get(code)!.model }]),
    );
  }

  /** All of it, as it is to be shown. */
  read(): TableDraft {
    const { sections } = this.received;
    const drafted = new Map(sections.map(section => [section.code, this.rowsOf(section, 'drafted')]));
    const numbers = this.numbers(drafted);
    const answers = this.answerCounts();
    const read = sections.map(section => this.readSection(section, drafted.get(section.code)!, numbers, answers));
    const counted = new Set(sections.filter(countsTowardsTotal).map(({ code }) => code));
    const { total } = this.received;
    return {
      table: this.table,
      sections: read,
      sum: sumOf(
        total,
        read.filter(({ code }) => counted.has(code)).flatMap(({ rows }) => rows),
      ),
      changes: read.reduce((all, { changes }) => all + changes, 0),
      rearranged:
        read.some(({ rows }) => rows.some(row => row.isNew || row.removed || row.change !== null)) || this.moved,
    };
  }

  private get moved(): boolean {
    return this.received.sections.some(({ indicators }) =>
      indicators.some(({ code }) => this.value(code, 'place') !== undefined),
    );
  }

  private readSection(
    section: Section,
    rows: readonly PlacedRow[],
    numbers: ReadonlyMap<string, { first: number }>,
    answers: ReadonlyMap<string, number>,
  ): DraftSection {
    const applied = this.rowsOf(section, 'applied').filter(({ removed }) => !removed);
    const was = new Map(applied.map(({ id }, at) => [id, at]));
    const still = longestRise(rows.flatMap(({ id, removed }) => (removed ? [] : (was.get(id) ?? []))));
    const first = numbers.get(section.code)?.first ?? null;
    let place = 0;
    const read: DraftRow[] = [];
    for (const row of rows) {
      const before = was.get(row.id);
      // Taken out again before it was ever in the table.
      if (row.removed && isNewRow(row.id) && before === undefined) continue;
      const change = row.removed
        ? before === undefined
          ? null
          : 'removed'
        : before === undefined
          ? row.indicator
            ? 'restored'
            : 'added'
          : still.has(before)
            ? null
            : 'moved';
      read.push({
        id: row.id,
        isNew: row.indicator === null,
        applied: before !== undefined,
        removed: row.removed,
        change,
        number: row.removed || first === null ? null : first + place,
        texts: this.textsOf(section, row, before !== undefined || row.removed, first !== null),
        weight: this.weightOf(section, row),
        answers: answers.get(row.id) ?? 0,
        conflict: ROW_FIELDS.some(field => {
          const { entity } = this.rowPlace(row.id, field);
          return inConflict(this.ground.field(fieldKey(entity, field)));
        }),
      });
      if (!row.removed) place++;
    }
    const present = read.filter(({ removed }) => !removed);
    const worded = read.flatMap(({ texts }) => Object.values(texts)).filter(text => text && isReworded(text)).length;
    return {
      code: section.code,
      name: section.name,
      rows: read,
      sum: sumOf(section.weight, present),
      changes: read.filter(({ change }) => change !== null).length + worded,
      noNewRow: section.indicators.some(({ rows: own }) => own.first === own.last) ? null : 'no-model-row',
    };
  }

  private textsOf(section: Section, row: PlacedRow, isThere: boolean, numbered: boolean): DraftRow['texts'] {
    const shown = (field: DraftField, text: string) => (field === 'content' && numbered ? unnumbered(text) : text);
    const textOf = (field: DraftField): DraftText | null => {
      const place = this.tryPlace(section, row, field);
      if (!place) return null;
      const entered = this.ground.value(place);
      const now = entered === undefined ? place.originalText : wordingText(field, entered, place);
      const drafted = this.value(row.id, draftField(field));
      const before = shown(field, now);
      return {
        text: drafted === undefined ? before : String(drafted ?? ''),
        before: isThere ? before : null,
        fixed: place.fixed,
      };
    };
    return Object.fromEntries(DRAFT_FIELDS.map(field => [field, textOf(field)])) as DraftRow['texts'];
  }

  /** A section in which no row can be added has no place for the words of one that a colleague added. */
  private tryPlace(section: Section, row: PlacedRow, field: DraftField): WordingPlace | null {
    const canAdd = row.indicator !== null || section.indicators.some(({ rows }) => rows.first === rows.last);
    return canAdd ? this.placeOf(section, row, field) : null;
  }

  private weightOf(section: Section, row: PlacedRow): Points | null {
    if (row.removed) return null;
    const place = this.tryPlace(section, row, 'weight');
    if (!place) return row.indicator?.weight?.points == null ? null : pointsOf(row.indicator.weight.points);
    if (place.fixed && row.indicator) {
      return row.indicator.weight?.points == null ? null : pointsOf(row.indicator.weight.points);
    }
    const drafted = this.value(row.id, draftField('weight'));
    const entered = this.ground.value(place);
    const now = entered === undefined ? place.originalText : wordingText('weight', entered, place);
    return this.pointsOfText(drafted === undefined ? now : String(drafted ?? ''));
  }

  /** In the table's own measure: percentages and factors become points as those of its other indicators do. */
  private pointsOfText(text: string): Points | null {
    const weight = parseWeight({ kind: 'text', text, value: text });
    if (!weight) return null;
    if (weight.unit === 'points') return pointsOf(weight.value);
    const scale = this.scale;
    return scale === 1 ? (parsePoints(text) ?? pointsOf(weight.value)) : pointsOf(weight.value * scale);
  }

  private get scale(): number {
    for (const { weight } of this.received.sections.flatMap(({ indicators }) => indicators)) {
      const printed = weight && parseWeight({ kind: 'text', text: weight.text, value: weight.text });
      if (weight?.points && printed && printed.value > 0) return weight.points / printed.value;
    }
    return 1;
  }

  /** By row id: fields that people filled in beside the wording, and entries of its lists. */
  private answerCounts(): Map<string, number> {
    const { sheet, ordinal } = this.table;
    const prefix = indicatorEntity(sheet, ordinal, '');
    const wording: ReadonlySet<string> = new Set(DRAFT_FIELDS);
    const counts = new Map<string, number>();
    for (const key of this.ground.keys()) {
      const { entity, field } = splitFieldKey(key);
      const entry = field === ADDED ? parseEntity(entity) : null;
      if (entry?.kind === 'entry' && entry.sheet === sheet && entry.ordinal === ordinal) {
        const isThere = !isEntryRemoved(entity, at => this.ground.field(at)) && this.ground.value({ entity, field });
        if (isThere) counts.set(entry.code, (counts.get(entry.code) ?? 0) + 1);
      }
      if (!entity.startsWith(prefix)) continue;
      const value = this.ground.value({ entity, field });
      if (wording.has(field) || value === undefined || value === null || value === '') continue;
      const id = entity.slice(prefix.length);
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    return counts;
  }
}

const wordingText = (field: DraftField, value: OpValue, { model }: WordingPlace): string =>
  field === 'weight' ? weightText(value, model) : String(value ?? '');

/** "3.坚持…" → "坚持…". */
export const unnumbered = (text: string): string => leadingNumber(text)?.rest ?? text;

const isReworded = ({ text, before }: DraftText): boolean => before !== null && text !== before;

function sumOf(declared: number | null, rows: readonly DraftRow[]): DraftSum {
  const present = rows.filter(({ removed }) => !removed);
  const weights = present.flatMap(({ weight }) => weight ?? []);
  return {
    declared: declared === null ? null : pointsOf(declared),
    sum: addPoints(weights),
    missing: present.length - weights.length,
  };
}
