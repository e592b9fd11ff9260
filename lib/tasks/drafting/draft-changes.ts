import { AppError } from '../../model/app-error';
import type { Change } from '../../model/campaign-journal';
import type { JournalValue } from '../../model/drafted-rows';
import { fieldKey } from '../../model/field-state';
import type { OpValue } from '../../model/op';
import { randomId } from '../../model/random-id';
import type { Section } from '../../model/table';
import { DRAFT_FIELDS, type DraftField } from '../../model/table-draft';
import { leadingNumber } from '../../table/measures';
import type { DraftDesk } from '../draft-table';
import { shapesTable } from './journal-values';
import { keyBetween, receivedKey } from './place-keys';
import { numberedLike, renumbered } from './printed-numbers';
import { draftField, isNewRow, type PlacedRow, ROW_FIELDS, type RowField } from './row-order';
import { weightValue } from './weight-value';

/** All drafting is edits like any other: kept as typed, undone, merged. These make them. */

const staged = (desk: DraftDesk, id: string, field: RowField | DraftField, value: OpValue | undefined): Change => ({
  ...desk.rowPlace(id, draftField(field)),
  value,
});

const salt = (): string => randomId(3);

export type RowTexts = Partial<Record<DraftField, string>>;

/** A new row below `after` (null: the first), worded perhaps. @returns its id with the changes */
export function addRow(
  desk: DraftDesk,
  section: Section,
  after: string | null,
  texts: RowTexts = {},
): { id: string; changes: Change[] } {
  const { ids, changes } = addRows(desk, section, after, [texts]);
  return { id: ids[0]!, changes };
}

/** Several, one below the other. */
export function addRows(
  desk: DraftDesk,
  section: Section,
  after: string | null,
  wordings: readonly RowTexts[],
): { ids: string[]; changes: Change[] } {
  const rows = desk.rowsOf(section, 'drafted');
  const at = after === null ? -1 : rows.findIndex(row => row.id === after);
  const below = rows[at + 1]?.place ?? null;
  let above = rows[at]?.place ?? null;
  const ids: string[] = [];
  const changes: Change[] = [];
  for (const texts of wordings) {
    const id = `+${randomId(6)}`;
    const place = keyBetween(above, below, salt());
    above = place;
    ids.push(id);
    changes.push(staged(desk, id, 'section', section.code), staged(desk, id, 'place', place));
    for (const field of DRAFT_FIELDS) if (texts[field]) changes.push(staged(desk, id, field, texts[field]));
  }
  return { ids, changes };
}

export function removeRow(desk: DraftDesk, row: string): Change[] {
  // A row that is not in the table yet leaves nothing behind, and undo brings it back.
  if (isNewRow(row) && desk.value(row, 'section') === undefined) return dropRow(desk, row);
  return [staged(desk, row, 'removed', desk.value(row, 'removed') === true ? undefined : true)];
}

export function bringBackRow(desk: DraftDesk, row: string): Change[] {
  return [staged(desk, row, 'removed', desk.value(row, 'removed') === true ? false : undefined)];
}

/** One place up or down among the rows that stay. [] at the end. */
export function moveRow(desk: DraftDesk, section: Section, row: string, by: -1 | 1): Change[] {
  const rows = desk.rowsOf(section, 'drafted').filter(({ id, removed }) => !removed || id === row);
  const at = rows.findIndex(({ id }) => id === row);
  const [above, below] = by < 0 ? [rows[at - 2], rows[at - 1]] : [rows[at + 1], rows[at + 2]];
  if (at < 0 || !(by < 0 ? below : above)) return [];
  return [staged(desk, row, 'place', keyBetween(above?.place ?? null, below?.place ?? null, salt()))];
}

/** Typing back what stands there leaves no draft. */
export function wordRow(desk: DraftDesk, row: string, field: DraftField, text: string, before: string | null): Change {
  return staged(desk, row, field, text === (before ?? '') ? undefined : text);
}

/** Takes the draft of one row, or of all, out again; what is applied stays. */
export function dropRow(desk: DraftDesk, row: string): Change[] {
  return [...ROW_FIELDS, ...DRAFT_FIELDS].flatMap(field =>
    desk.value(row, draftField(field)) === undefined ? [] : [staged(desk, row, field, undefined)],
  );
}

export function dropDraft(desk: DraftDesk): Change[] {
  return everyRow(desk).flatMap(({ row }) => dropRow(desk, row.id));
}

/** A draft of the rows as received: own ones removed, the others where they were. Wording stays. */
export function restoreRows(desk: DraftDesk): Change[] {
  return desk.received.sections.flatMap(section => {
    const index = new Map(section.indicators.map(({ code }, at) => [code, at]));
    return desk.rowsOf(section, 'drafted').flatMap(({ id, removed }) => {
      const was = index.get(id);
      if (was === undefined) return removed ? [] : removeRow(desk, id);
      const back = removed ? bringBackRow(desk, id) : [];
      const moved = desk.value(id, 'place') ?? desk.value(id, draftField('place'));
      const place = desk.value(id, 'place') === undefined ? undefined : receivedKey(was);
      return moved === undefined ? back : [...back, staged(desk, id, 'place', place)];
    });
  });
}

/**
 * Puts the draft into the table: what was drafted becomes what is, numbers that the new order made wrong are set right in texts that
 * people wrote, and no draft is left. One action.
 * @throws AppError draft-incomplete
 */
export function applyDraft(desk: DraftDesk): Change[] {
  const sections = desk.received.sections;
  const rows = new Map(sections.map(section => [section.code, desk.rowsOf(section, 'drafted')]));
  const numbers = desk.numbers(rows);
  return sections.flatMap(section => {
    const own = rows.get(section.code)!;
    const numbering = numbers.get(section.code);
    const staying = own.filter(({ removed }) => !removed);
    return own.flatMap((row, at) => {
      const number = numbering ? numbering.first + staying.indexOf(row) : null;
      return [
        ...rowChanges(desk, section, row),
        ...wordingChanges(desk, section, row, {
          model: numbering?.model ?? '',
          number: row.removed ? null : number,
          ordinal: at + 1,
        }),
      ];
    });
  });
}

function rowChanges(desk: DraftDesk, section: Section, { id }: PlacedRow): Change[] {
  return ROW_FIELDS.flatMap(field => {
    const value = desk.value(id, draftField(field));
    if (value === undefined) return [];
    const at = section.indicators.findIndex(({ code }) => code === id);
    const isReceived = (field === 'removed' && value === false) || (field === 'place' && value === receivedKey(at));
    const saw = field === 'removed' && value === true ? { saw: desk.contentOf(id) } : {};
    const change = { ...desk.rowPlace(id, field), value: isReceived ? undefined : value, ...saw };
    return [change, staged(desk, id, field, undefined)];
  });
}

interface Numbered {
  model: string;
  /** null: none is printed. */
  number: number | null;
  /** Its place in the section, for saying which row is meant. */
  ordinal: number;
}

function wordingChanges(desk: DraftDesk, section: Section, row: PlacedRow, numbered: Numbered): Change[] {
  return DRAFT_FIELDS.flatMap(field => {
    const place = desk.placeOf(section, row, field);
    if (!place) return [];
    const drafted = desk.value(row.id, draftField(field));
    if (row.removed) return drafted === undefined ? [] : [staged(desk, row.id, field, undefined)];
    const entered = desk.ground.value(place);
    const text = drafted === undefined ? entered : drafted;
    if (field === 'content' && !row.indicator && String(text ?? '').trim() === '') {
      throw new AppError('draft-incomplete', { number: numbered.ordinal, section: section.name });
    }
    const undo = drafted === undefined ? [] : [staged(desk, row.id, field, undefined)];
    const value = writtenAs(field, drafted, entered, place.model, numbered);
    if (value === undefined) return undo;
    const { entity, field: own, original } = place;
    return [{ entity, field: own, value: value === original ? undefined : value }, ...undo];
  });
}

/** undefined: as it is. */
function writtenAs(
  field: DraftField,
  drafted: OpValue | undefined,
  entered: OpValue | undefined,
  model: Parameters<typeof weightValue>[1],
  { model: numberedText, number }: Numbered,
): OpValue | undefined {
  if (field === 'content' && number !== null) {
    if (drafted !== undefined) return numberedLike(numberedText, String(drafted ?? ''), number);
    // What nobody wrote is numbered by the sheet itself (arrange-rows.ts).
    return typeof entered === 'string' && leadingNumber(entered) ? renumbered(entered, number) : undefined;
  }
  if (drafted === undefined) return undefined;
  const text = String(drafted ?? '');
  if (text === '') return null;
  return field === 'weight' ? weightValue(text, model) : text;
}

function everyRow(desk: DraftDesk): { section: Section; row: PlacedRow }[] {
  return desk.received.sections.flatMap(section => desk.rowsOf(section, 'drafted').map(row => ({ section, row })));
}

/** What the journal will say once these changes are made, for asking the worker beforehand. */
export function valuesAfter(values: readonly JournalValue[], changes: readonly Change[]): JournalValue[] {
  const after = new Map(values.map(value => [fieldKey(value.entity, value.field), value]));
  for (const { entity, field, value } of changes) {
    const key = fieldKey(entity, field);
    if (shapesTable(key) === null) continue;
    if (value === undefined) after.delete(key);
    else after.set(key, { entity, field, value });
  }
  return [...after.values()];
}
