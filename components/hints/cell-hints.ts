import type { Language } from '../../lib/model/app-error';
import type { CampaignHint } from '../../lib/model/campaign-hint';
import { ITEM_FIELDS, type Item } from '../../lib/model/item';
import { hintLine } from '../../lib/scoring/hints/hint-line';
import type { CellMark } from '../table/sheet-source';

/** What stands on a sheet's cells: by address, the lines of the hints that somebody should look at. */
export function cellHints(
  sheet: string,
  hints: readonly CampaignHint[],
  items: ReadonlyMap<string, Item>,
  language: Language,
): Map<string, string[]> {
  const lines = new Map<string, string[]>();
  for (const one of hints) {
    const serious = one.hint.severity === 'error' || one.hint.severity === 'warning';
    if (!serious || one.dismissed !== null || one.table.sheet !== sheet) continue;
    const cell = cellOf(one, items);
    if (cell !== null) lines.set(cell, [...(lines.get(cell) ?? []), hintLine(one.hint, language)]);
  }
  return lines;
}

/** The answer's cell, else that of the words it rests on, else the indicator's. */
function cellOf({ hint, entities }: CampaignHint, items: ReadonlyMap<string, Item>): string | null {
  const quoted = hint.why.find(({ cell }) => cell !== null)?.cell ?? null;
  const item = entities.length === 1 ? items.get(entities[0]!) : undefined;
  if (!item) return quoted;
  const { cells } = item.indicator;
  const answer = ITEM_FIELDS.find(field => field === hint.field);
  const own = answer ? item.answers[answer].cell : hint.field ? cells[hint.field as keyof typeof cells] : null;
  return own ?? quoted ?? cells.content ?? null;
}

export function hintMark(lines: readonly string[]): CellMark {
  return { className: 'mark-hint', title: lines.join('\n') };
}
