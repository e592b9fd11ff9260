import type { CellRange } from '../../model/address';
import { AppError } from '../../model/app-error';
import {
  cellKey as bookKey,
  findDependants,
  fromCellKey,
  type Precedents,
  precedentsOf,
  type SheetArea,
} from '../formulas/dependants';
import { evaluateFormula } from '../formulas/evaluate-formula';
import type { FormulaNode, Reference } from '../formulas/formula-ast';
import { parseFormula } from '../formulas/parse-formula';
import { type CellContent, FormulaFault, NotComputable } from '../formulas/values';
import { bookFacts } from '../styles/book-facts';
import type { FormulaResult } from './cell-records';
import { errorCode } from './error-codes';
import { type DefinedName, type FormulaText, readFormulas } from './read-formulas';
import { readUnmergedSheet } from './read-sheet';
import { RECORD } from './records';
import { sheetRecords } from './scan-sheet';
import { readSharedStrings, type SharedStrings } from './shared-strings';
import { cellKey, columnOfKey, MAX_XLS_COLUMNS, MAX_XLS_ROWS, rowOfKey } from './sheet-change';
import { SheetContents } from './sheet-contents';
import type { BoundSheet } from './workbook-globals';
import type { WorkbookStream } from './workbook-stream';

/** An array formula over more cells than this is taken as its first ones only. */
const MAX_OUTPUTS = 100_000;

/** What a FORMULA record has before its tokens. */
const FORMULA_SIZE = 22;

interface XlsFormula {
  sheet: number;
  /** null where it is beyond our grammar or gives several cells. */
  node: FormulaNode | null;
  outputs: number[];
  precedents: Precedents;
}

/** Whether any sheet has a formula. */
export function hasFormulas({ stream, globals }: WorkbookStream): boolean {
  return globals.sheets.some(sheet => !formulaCells(stream, sheet).next().done);
}

function* formulaCells(stream: Uint8Array, { position }: BoundSheet): Generator<number> {
  for (const cursor of sheetRecords(stream, position)) {
    if (cursor.type !== RECORD.FORMULA) continue;
    if (cursor.size < FORMULA_SIZE) throw new AppError('damaged-xls', { part: 'FORMULA' });
    yield cellKey(cursor.u16(0), cursor.u16(2));
  }
}

/**
 * New results of all formulas that read a changed cell, by the formulas' cellKey of the book. Where this cannot
 * compute one, its result is `unknown`, so that no program shows a stale one.
 * @param changed the new contents by cellKey of the book
 */
export function recalculate(
  workbook: WorkbookStream,
  changed: ReadonlyMap<number, CellContent>,
): Map<number, FormulaResult> {
  const book = new FormulaBook(workbook);
  for (const [key, content] of changed) book.set(key, content);
  const formulas = book.formulas();
  const { inOrder, unordered } = findDependants(
    changed.keys(),
    formulas.map(({ precedents }) => precedents),
    formulas.map(({ outputs }) => outputs),
  );
  const results = new Map<number, FormulaResult>();
  const settle = (key: number, content: CellContent) => {
    if (same(book.content(key), content)) return;
    book.set(key, content);
    results.set(key, asResult(content));
  };
  for (const index of unordered) for (const key of formulas[index]!.outputs) settle(key, undefined);
  for (const index of inOrder) {
    const formula = formulas[index]!;
    const content = book.evaluate(formula);
    for (const key of formula.outputs) settle(key, content);
  }
  return results;
}

function same(a: CellContent, b: CellContent): boolean {
  if (a instanceof FormulaFault) return b instanceof FormulaFault && a.code === b.code;
  return a === b && a !== undefined;
}

function asResult(content: CellContent): FormulaResult {
  if (content === undefined) return { kind: 'unknown' };
  if (content instanceof FormulaFault) return { kind: 'error', code: errorCode(content.code) };
  if (typeof content === 'string') return { kind: 'text', text: content };
  if (typeof content === 'boolean') return { kind: 'boolean', boolean: content };
  return { kind: 'number', number: content ?? 0 };
}

/** The book as formulas see it: the file's contents, and over them what has changed. */
class FormulaBook {
  private readonly names: readonly DefinedName[];
  private readonly texts: ReadonlyMap<string, ReadonlyMap<number, FormulaText>>;
  private readonly contents = new Map<number, SheetContents>();
  private readonly strings: SharedStrings | null;
  /** Formulas by cellKey of the book, once they have been read. */
  private readonly nodes = new Map<number, FormulaNode | null>();

  constructor(private readonly workbook: WorkbookStream) {
    const { stream, globals } = workbook;
    const { sheets, names } = readFormulas(workbook);
    this.names = names;
    this.texts = sheets;
    this.strings = globals.sharedStrings === null ? null : readSharedStrings(stream, globals.sharedStrings);
  }

  set(key: number, content: CellContent): void {
    const { sheet, row, column } = fromCellKey(key);
    this.sheet(sheet).set(row, column, content);
  }

  content(key: number): CellContent {
    const { sheet, row, column } = fromCellKey(key);
    return this.sheet(sheet).at(row, column);
  }

  formulas(): XlsFormula[] {
    const { stream, globals } = this.workbook;
    return globals.sheets.flatMap((bound, sheet) => {
      const texts = this.texts.get(bound.name);
      const parts = new Set<number>();
      const formulas: XlsFormula[] = [];
      for (const key of formulaCells(stream, bound)) {
        const formula = this.formula(sheet, key, texts?.get(key));
        if (parts.has(formula.outputs[0]!)) continue;
        for (const output of formula.outputs) {
          parts.add(output);
          this.nodes.set(output, formula.node);
        }
        formulas.push(formula);
      }
      return formulas;
    });
  }

  evaluate({ sheet, node }: XlsFormula): CellContent {
    if (!node) return undefined;
    return evaluateFormula(node, {
      resolve: reference => this.resolve(sheet, reference),
      name: (name, scope) => this.named(sheet, name, scope),
      cell: (target, row, column) => this.sheet(target).at(row, column),
      filledCells: (target, range) => this.sheet(target).within(range),
      formulaAt: (target, row, column) => this.nodes.get(bookKey(target, row, column)),
      isRowHidden: (target, row) => this.sheet(target).isRowHidden(row),
    });
  }

  /** One without a text, such as a part of a data table, may read anything. */
  private formula(sheet: number, key: number, formula: FormulaText | undefined): XlsFormula {
    const own = bookKey(sheet, rowOfKey(key), columnOfKey(key));
    if (!formula) return { sheet, node: null, outputs: [own], precedents: { areas: [], anything: true } };
    const node = parseFormula(formula.text);
    const precedents = precedentsOf(
      node,
      reference => this.resolve(sheet, reference),
      (name, scope) => this.named(sheet, name, scope),
    );
    const { area } = formula;
    return { sheet, node: area ? null : node, outputs: area ? cellsOf(sheet, area) : [own], precedents };
  }

  private sheet(index: number): SheetContents {
    const known = this.contents.get(index);
    if (known) return known;
    const { stream, globals } = this.workbook;
    const bound = globals.sheets[index];
    if (bound?.kind !== 'worksheet') throw new NotComputable();
    const facts = bookFacts([], globals.date1904);
    const snapshot = readUnmergedSheet({ ...facts, stream, strings: this.strings, formulas: () => new Map() }, bound);
    const contents = new SheetContents(snapshot);
    this.contents.set(index, contents);
    return contents;
  }

  private sheetIndex(name: string): number | null {
    const index = this.workbook.globals.sheets.findIndex(sheet => sheet.name.toLowerCase() === name.toLowerCase());
    return index < 0 ? null : index;
  }

  private resolve(own: number, { sheet, top, left, bottom, right }: Reference): SheetArea | null {
    const target = sheet === null ? own : this.sheetIndex(sheet);
    if (target === null) return null;
    const range = {
      top: Math.min(top.index, bottom.index),
      left: Math.min(left.index, right.index),
      bottom: Math.max(top.index, bottom.index),
      right: Math.max(left.index, right.index),
    };
    return { sheet: target, range };
  }

  /** What a defined name means; null where it is unknown or moves with the cell that uses it. */
  private named(own: number, name: string, scope: string | null): FormulaNode | null {
    const key = name.toLowerCase();
    const sheet = scope === null ? own : this.sheetIndex(scope);
    const candidates = this.names.filter(defined => defined.name.toLowerCase() === key);
    const defined = candidates.find(name => name.sheet === sheet) ?? candidates.find(name => name.sheet === null);
    const node = defined ? parseFormula(defined.text) : null;
    if (node?.kind !== 'reference') return null;
    const { top, left, bottom, right, sheet: target } = node.reference;
    return target !== null && [top, left, bottom, right].every(anchor => anchor.fixed) ? node : null;
  }
}

function cellsOf(sheet: number, { top, left, bottom, right }: CellRange): number[] {
  const keys: number[] = [];
  for (let row = top; row <= Math.min(bottom, MAX_XLS_ROWS - 1); row++) {
    for (let column = left; column <= Math.min(right, MAX_XLS_COLUMNS - 1); column++) {
      keys.push(bookKey(sheet, row, column));
    }
  }
  return keys.slice(0, MAX_OUTPUTS);
}
