import { AppError } from '../../model/app-error';
import type { CellGrid } from '../../model/cells';
import type { DraftedRows } from '../../model/drafted-rows';
import type { JournalState } from '../../model/field-state';
import type { Entry, Item } from '../../model/item';
import { listed } from '../../model/listed-entries';
import { type Points, pointsOf } from '../../model/points';
import type { RecognisedTable, Recognition } from '../../model/table';
import { matchKey } from '../../model/text';
import type { Unit, UnitIndicator } from '../../model/unit-comparison';
import { AnswerPlaces } from '../answer-places';
import { campaignItems } from '../campaign-items';
import { EntryIndex } from '../entries/entry-index';
import { beyondEvidence } from '../entries/evidence-text';
import { evidenceCount, sampleTextIn } from './sample-text';

const KEY_LENGTH = 120;
const TELLING_LENGTH = 12;

export interface UnitGround {
  grids: readonly CellGrid[];
  recognition: Recognition;
  /** What is filled in on top of the workbook; empty for a workbook by itself. */
  state: JournalState;
  drafting: DraftedRows | null;
}

/** @throws AppError `collect-no-table` */
export function unitOf(file: string, { grids, recognition, state, drafting }: UnitGround): Omit<Unit, 'savedAt'> {
  const hidden = new Set(grids.filter(grid => grid.hidden).map(grid => grid.name));
  const tables = recognition.tables.filter(table => table.kind !== 'tasks' && !hidden.has(table.sheet));
  const [main] = tables;
  if (!main) throw new AppError('collect-no-table', { file });
  const items = campaignItems({
    tables,
    places: new AnswerPlaces(recognition.tables, drafting),
    grids: new Map(grids.map(grid => [grid.name, grid])),
    entries: new EntryIndex(state.keys()),
    field: key => state.get(key),
    pending: () => undefined,
  });
  const indicators = items.map(item => {
    const index = tables.indexOf(item.table);
    // Codes begin anew with every table: those of the first stay as printed.
    return readIndicator(item, index === 0 ? '' : `${index + 1}-`);
  });
  const weights = indicators.flatMap(({ weight }) => weight ?? []);
  return {
    file,
    name: unitName(main, file),
    year: main.year,
    total: main.total === null ? (weights.reduce((sum, weight) => sum + weight, 0) as Points) : pointsOf(main.total),
    indicators,
  };
}

/** The file's name tells units apart where the table was handed out with one name for all, or with none. */
function unitName({ unit }: RecognisedTable, file: string): string {
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return unit ?? stem;
}

function readIndicator(
  { indicator, answers, entries, measures, weight, selfScore }: Item,
  prefix: string,
): UnitIndicator {
  const completion = answers.completion.text;
  const key = matchKey(completion);
  const { content, deadline } = indicator;
  return {
    code: `${prefix}${indicator.code}`,
    content,
    key: matchKey(content).slice(0, KEY_LENGTH),
    weight,
    scoreText: answers.selfScore.text.trim(),
    score: selfScore,
    filled: key !== '',
    completionPrint: key.length >= TELLING_LENGTH ? fingerprint(key) : null,
    copiesMeasures: key.length >= TELLING_LENGTH && key === matchKey(measures.map(({ text }) => text).join('\n')),
    evidence: evidenceOf(answers.evidence, listed(entries.evidence)),
    sample: sampleTextIn(completion),
    deadline: deadline?.date ?? null,
  };
}

/** What was registered, and what the cell names beside it. */
function evidenceOf(
  { cell, text }: Item['answers']['evidence'],
  registered: readonly Entry<'evidence'>[],
): number | null {
  if (cell === null && text === '' && registered.length === 0) return null;
  const names = registered.map(({ fields }) => fields.name.text);
  return registered.length + evidenceCount(beyondEvidence(text, names));
}

/** 53 bits: among a few thousand texts, two different ones meet about never. */
function fingerprint(text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  return 4294967296 * (2097151 & low) + (high >>> 0);
}
