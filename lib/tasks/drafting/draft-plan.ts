import { type CellRange, parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import { lastOf } from '../../model/last';
import type { Indicator, RecognisedTable, Section } from '../../model/table';
import type { RowOperation } from '../../workbook/rows/change-rows';
import type { AddIndicator, DraftOperation, MoveIndicator } from './draft-operation';

/** An indicator of the section once the draft is made: one of the table, or a new one that looks like `model`. */
export type DraftedIndicator = { indicator: Indicator } | AddedIndicator;

export interface AddedIndicator {
  added: string;
  model: Indicator;
}

export interface DraftPlan {
  rows: RowOperation[];
  /** In their new order. */
  indicators: DraftedIndicator[];
}

/** Which rows to insert, remove and move. @throws AppError where the section does not allow it */
export function planDraft(
  table: RecognisedTable,
  section: Section,
  operations: readonly DraftOperation[],
  merges: readonly CellRange[],
): DraftPlan {
  const [top] = section.indicators;
  if (!top) throw new AppError('no-model-row', { section: section.name });
  const shares = titleColumns(table, section, merges);
  const rows: RowOperation[] = [];
  const names = section.indicators.map(({ code }) => code);
  const drafted = new Map<string, DraftedIndicator>(
    section.indicators.map(indicator => [indicator.code, { indicator }]),
  );
  for (const operation of operations) {
    if (operation.kind === 'add') add(operation);
    else if (operation.kind === 'remove') remove(operation.code);
    else move(operation);
  }
  return { rows, indicators: names.map(name => drafted.get(name)!) };

  function add({ id, after }: AddIndicator): void {
    if (drafted.has(id)) throw missing(id);
    const model = modelFor(section, after);
    rows.push({ kind: 'insert', id, after: rowAbove(after), like: model.rows.first, shares, values: [] });
    names.splice(placeBelow(after), 0, id);
    drafted.set(id, { added: id, model });
  }

  function remove(code: string): void {
    const { rows: own } = original(code);
    if (names.length === 1) throw new AppError('section-would-be-empty', { section: section.name });
    for (let row = own.first; row <= own.last; row++) rows.push({ kind: 'remove', row });
    names.splice(names.indexOf(code), 1);
    drafted.delete(code);
  }

  function move({ code, after }: MoveIndicator): void {
    if (after === code) return;
    const { rows: own } = original(code);
    let above = rowAbove(after);
    for (let row = own.first; row <= own.last; row++) {
      rows.push({ kind: 'move', row, after: above });
      above = row;
    }
    names.splice(names.indexOf(code), 1);
    names.splice(placeBelow(after), 0, code);
  }

  /** The row that a new first row goes below, or the last row of the indicator above. */
  function rowAbove(after: string | null): number | string {
    if (after === null) return top!.rows.first - 1;
    const above = drafted.get(after);
    if (!above) throw missing(after);
    return 'indicator' in above ? above.indicator.rows.last : above.added;
  }

  function placeBelow(after: string | null): number {
    return after === null ? 0 : names.indexOf(after) + 1;
  }

  function original(code: string): Indicator {
    const found = drafted.get(code);
    if (!found || !('indicator' in found)) throw missing(code);
    return found.indicator;
  }

  function missing(code: string): AppError {
    return new AppError('no-such-indicator', { section: section.name, code });
  }
}

/**
 * A section of a single row has its title, and perhaps its weight, in that row, on which no merge shows yet that they
 * are for all its rows: the other sections' merges tell.
 */
function titleColumns({ sections }: RecognisedTable, section: Section, merges: readonly CellRange[]): number[] {
  const [only, second] = section.indicators;
  const title = parseAddress(section.cell);
  if (!only || second || only.rows.first !== only.rows.last || title?.row !== only.rows.first - 1) return [];
  const columns = new Set(only.cells.content === section.cell ? [] : [title.column]);
  for (const { indicators } of sections) {
    const [first, last] = [indicators[0], lastOf(indicators)];
    if (!first || !last || first === last) continue;
    for (const { top, bottom, left, right } of merges) {
      if (top !== first.rows.first - 1 || bottom !== last.rows.last - 1) continue;
      for (let column = left; column <= right; column++) columns.add(column);
    }
  }
  return [...columns];
}

/** A new row looks like the one above it, where that is one row; merges over the rows of an indicator must not take it in. */
export function modelFor(section: Section, after: string | null): Indicator {
  const single = section.indicators.filter(({ rows }) => rows.first === rows.last);
  const above = single.find(({ code }) => code === after);
  const model = above ?? (after === null ? single[0] : lastOf(single));
  if (!model) throw new AppError('no-model-row', { section: section.name });
  return model;
}
