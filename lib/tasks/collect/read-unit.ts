import { parseAddress } from '../../model/address';
import { AppError } from '../../model/app-error';
import type { CellGrid } from '../../model/cells';
import type { ColumnRole } from '../../model/columns';
import { type Points, parsePoints, pointsOf } from '../../model/points';
import type { Indicator, RecognisedTable } from '../../model/table';
import { matchKey } from '../../model/text';
import type { Unit, UnitIndicator } from '../../model/unit-comparison';
import { readDocument } from '../../workbook/document/read-document';
import { inspectWorkbook } from '../inspect-workbook';
import { evidenceCount, sampleTextIn } from './sample-text';

const KEY_LENGTH = 120;
const TELLING_LENGTH = 12;

/** @throws AppError why the file cannot be taken into the comparison */
export async function readUnit(file: string, bytes: Uint8Array, signal?: AbortSignal): Promise<Unit> {
  const { grids, recognition } = await inspectWorkbook(bytes, signal ? { signal } : {});
  const hidden = new Set(grids.filter(grid => grid.hidden).map(grid => grid.name));
  const tables = recognition.tables.filter(table => table.kind !== 'tasks' && !hidden.has(table.sheet));
  const [main] = tables;
  if (!main) throw new AppError('collect-no-table', { file });
  const byName = new Map(grids.map(grid => [grid.name, grid]));
  const indicators = tables.flatMap((table, index) =>
    table.sections
      .flatMap(section => section.indicators)
      // Codes begin anew with every table: those of the first stay as printed.
      .map(indicator => readIndicator(byName.get(table.sheet)!, indicator, index === 0 ? '' : `${index + 1}-`)),
  );
  const weights = indicators.flatMap(({ weight }) => weight ?? []);
  return {
    file,
    name: unitName(main, file),
    year: main.year,
    total: main.total === null ? (weights.reduce((sum, weight) => sum + weight, 0) as Points) : pointsOf(main.total),
    indicators,
    savedAt: (await readDocument(bytes)).modified,
  };
}

/** The file's name tells units apart where the table was handed out with one name for all, or with none. */
function unitName({ unit }: RecognisedTable, file: string): string {
  const stem = file.replace(/^.*[\\/]/, '').replace(/\.[^.]*$/, '');
  return unit ?? stem;
}

function readIndicator(grid: CellGrid, indicator: Indicator, prefix: string): UnitIndicator {
  const text = (role: ColumnRole): string => {
    const position = indicator.cells[role] === undefined ? null : parseAddress(indicator.cells[role]);
    return (position && grid.cell(position.row, position.column)?.text) || '';
  };
  const completion = text('completion');
  const scoreText = text('selfScore').trim();
  const key = matchKey(completion);
  const { weight, content, deadline } = indicator;
  return {
    code: `${prefix}${indicator.code}`,
    content,
    key: matchKey(content).slice(0, KEY_LENGTH),
    weight: weight?.points == null ? null : pointsOf(weight.points),
    scoreText,
    score: parsePoints(scoreText),
    filled: key !== '',
    completionPrint: key.length >= TELLING_LENGTH ? fingerprint(key) : null,
    copiesMeasures: key.length >= TELLING_LENGTH && key === matchKey(text('measures')),
    evidence: indicator.cells.evidence === undefined ? null : evidenceCount(text('evidence')),
    sample: sampleTextIn(completion),
    deadline: deadline?.date ?? null,
  };
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
