import { MAX_ROWS } from '../../model/address';
import type { Book } from '../fill/book';
import { cellColumn, type SheetMap } from '../fill/sheet-map';
import { readRelationships } from '../package/relationships';
import { XmlScanner } from '../xml/xml-scanner';
import { rewriteZip } from '../zip/rewrite-zip';
import { findPart } from '../zip/zip-archive';
import { shiftNames } from './book-names';
import { dropCalcChain } from './calc-chain';
import { type FormulaChanges, type RowFormulas, type ShiftedCell, shiftFormulas } from './formula-changes';
import { type MergePlan, movedAnchors, planMerges } from './merge-plan';
import { ReferenceShifter } from './reference-shifter';
import { isTable, shiftRelatedParts } from './related-parts';
import type { RowPlan } from './row-plan';
import { shiftElements, shiftElementsElsewhere } from './sheet-elements';
import { SheetRows, shiftCell } from './sheet-rows';
import { XmlEdits } from './xml-edits';

export interface Restructured {
  /** The book with its rows in their new order; inserted ones are empty, results of formulas as they were. */
  bytes: Uint8Array;
  merges: MergePlan;
  cells: readonly ShiftedCell[];
  reshapedNames: readonly string[];
  extendedNames: readonly string[];
  /** Whether a table (Ctrl+T) of the sheet is another now. */
  tablesChanged: boolean;
}

/** Brings the rows of one sheet into their new order, and all that stands on them along. @throws AppError rows-not-shiftable */
export async function restructure(book: Book, target: number, plan: RowPlan): Promise<Restructured> {
  const { archive, sheets, workbook } = book.parts;
  const map = await book.map(target);
  const sheetNames = sheets.map(({ name }) => name);
  const name = sheetNames[target]!;
  const merges = planMerges(map.merges, plan, name);
  const shifter = new ReferenceShifter(plan, { index: target, name, sheetNames }, movedAnchors(merges.anchorMoves));
  if ((map.rowNumbers[map.rowNumbers.length - 1] ?? 0) + Math.max(0, plan.tailShift) >= MAX_ROWS) {
    throw shifter.obstacle('sheet-full', `A${MAX_ROWS}`);
  }
  const changed = new Map<string, Uint8Array>();
  const cells: ShiftedCell[] = [];
  for (const [index, { entry }] of sheets.entries()) {
    if (!entry) continue;
    const sheet = await book.map(index);
    const formulas = shiftFormulas(sheet, index, plan, shifter);
    for (const cell of formulas.cells) cells.push(cell);
    const edits = new XmlEdits(sheet.bytes);
    const ruleSheet = { index, plan, shifter };
    if (index === target) {
      shiftElements(sheet, edits, ruleSheet, merges);
      const rows = new SheetRows(sheet, plan, formulas.changes, name).rewritten(merges.anchorMoves);
      if (!sheet.sheetData.empty) edits.setSource(sheet.sheetData.openEnd, sheet.sheetData.closeStart, rows);
    } else {
      shiftElementsElsewhere(sheet, edits, ruleSheet);
      rewriteFormulas(sheet, edits, formulas.changes);
    }
    if (edits.changed) changed.set(entry.name, edits.applied());
  }
  const names = shiftNames(workbook.bytes, workbook.entry.name, shifter);
  if (names.bytes !== workbook.bytes) changed.set(workbook.entry.name, names.bytes);
  const related = await shiftRelatedParts(archive, sheets[target]!.entry!.partName, plan, shifter);
  for (const [part, bytes] of related) changed.set(part, bytes);
  const removed = await dropStaleChain(book, map, shifter, changed);
  return {
    bytes: await rewriteZip(archive, changed, { removed }),
    merges,
    cells,
    reshapedNames: names.reshaped,
    extendedNames: names.extended,
    tablesChanged: [...related.keys()].some(isTable),
  };
}

/** On a sheet whose own rows stay. */
function rewriteFormulas(sheet: SheetMap, edits: XmlEdits, changes: FormulaChanges): void {
  if (changes.size === 0) return;
  sheet.rowNumbers.forEach((row, index) => {
    const formulas = changes.get(row);
    if (!formulas) return;
    const start = sheet.rowStarts[index]!;
    const source = sheet.bytes.subarray(start, sheet.rowEnds[index]);
    edits.setSource(start, sheet.rowEnds[index]!, rewrittenRow(source, sheet.part, formulas));
  });
}

function rewrittenRow(source: Uint8Array, part: string, formulas: RowFormulas): Uint8Array {
  const edits = new XmlEdits(source);
  const scanner = new XmlScanner(source, part);
  let column = -1;
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 1 || !scanner.isNamed('c')) continue;
    column = cellColumn(scanner, column, part);
    shiftCell(scanner, edits, null, formulas.get(column));
  }
  return edits.applied();
}

/** The order of calculation is dropped where it lists a cell that holds no formula any more. */
async function dropStaleChain(
  book: Book,
  map: SheetMap,
  shifter: ReferenceShifter,
  changed: Map<string, Uint8Array>,
): Promise<Set<string>> {
  const { archive, workbook } = book.parts;
  const isStale = map.formulas.some(({ row, column }) => shifter.cellRow(row, column) !== row);
  const chain = (await readRelationships(archive, workbook.entry.name)).find(({ kind }) => kind === 'calcChain');
  const entry = chain && findPart(archive, chain.target);
  if (!entry || !isStale) return new Set();
  const dropped = await dropCalcChain(archive, workbook.entry.partName, entry.partName);
  for (const [part, bytes] of dropped.changed) changed.set(part, bytes);
  return new Set([dropped.removed]);
}
