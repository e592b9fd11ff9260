import { formatAddress, formatRange, parseAddress, parseRange } from '../../model/address';
import { childPlace, insertedChild } from '../fill/sheet-children';
import type { SheetMap } from '../fill/sheet-map';
import { XmlScanner } from '../xml/xml-scanner';
import { shiftExtensions } from './extensions';
import { editList } from './list-items';
import type { MergePlan } from './merge-plan';
import type { Obstacle } from './obstacles';
import { shiftColumnBreaks, shiftRowBreaks } from './page-breaks';
import { mapRange } from './row-ranges';
import { type RuleSheet, shiftRule } from './rule-formulas';
import { shiftViews } from './sheet-views';
import { mapSqref } from './sqref';
import type { XmlEdits } from './xml-edits';

/** Children of `<worksheet>` that say nothing of rows, or lead to a part of their own. */
const WITHOUT_ROWS = new Set([
  'sheetPr',
  'sheetFormatPr',
  'cols',
  'sheetData',
  'sheetCalcPr',
  'sheetProtection',
  'phoneticPr',
  'printOptions',
  'pageMargins',
  'pageSetup',
  'headerFooter',
  'customProperties',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'drawingHF',
  'picture',
  'tableParts',
]);

const REFUSED: ReadonlyMap<string, Obstacle> = new Map([
  ['controls', 'controls'],
  ['oleObjects', 'controls'],
  ['AlternateContent', 'controls'],
  ['customSheetViews', 'views'],
]);

/** The children of `<worksheet>` but its rows, on the sheet whose rows change. @throws AppError rows-not-shiftable */
export function shiftElements(map: SheetMap, edits: XmlEdits, sheet: RuleSheet, merges: MergePlan): void {
  const scanner = new XmlScanner(map.bytes, map.part);
  const { plan, shifter } = sheet;
  const { name } = shifter.target;
  scanner.next();
  const prefix = scanner.prefix();
  const added = merges.added.map(range => `<${prefix}mergeCell ref="${formatRange(range)}"/>`);
  if (added.length > 0 && !childPlace(map, 'mergeCells')) {
    const list = `<${prefix}mergeCells count="${added.length}">${added.join('')}</${prefix}mergeCells>`;
    edits.replace(insertedChild(map, 'mergeCells', list));
  }
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 1) continue;
    const child = scanner.localName();
    switch (child) {
      case 'dimension':
        shiftDimension(scanner);
        break;
      case 'sheetViews':
        shiftViews(scanner, edits, plan, name);
        break;
      case 'mergeCells':
        editMerges(scanner);
        break;
      case 'conditionalFormatting':
        shiftConditional(scanner);
        break;
      case 'dataValidations':
        editList(scanner, edits, 'dataValidation', item => shiftRule(item, edits, sheet));
        break;
      case 'protectedRanges':
        editList(scanner, edits, 'protectedRange', setSqref);
        break;
      case 'ignoredErrors':
        editList(scanner, edits, 'ignoredError', setSqref);
        break;
      case 'cellWatches':
        editList(scanner, edits, 'cellWatch', watch => setCell(watch, 'r'));
        break;
      case 'scenarios':
        shiftScenarios(scanner);
        break;
      case 'autoFilter':
      case 'sortState':
        shiftFilter(scanner);
        break;
      case 'hyperlinks':
        editList(scanner, edits, 'hyperlink', shiftHyperlink);
        break;
      case 'rowBreaks':
        shiftRowBreaks(scanner, edits, plan);
        break;
      case 'colBreaks':
        shiftColumnBreaks(scanner, edits, plan);
        break;
      case 'extLst':
        shiftExtensions(scanner, edits, sheet);
        break;
      default:
        if (!WITHOUT_ROWS.has(child)) throw shifter.obstacle(REFUSED.get(child) ?? 'element', `<${child}>`);
        scanner.skipElement();
    }
  }

  function editMerges(list: XmlScanner): void {
    editList(
      list,
      edits,
      'mergeCell',
      item => {
        const range = parseRange(item.attribute('ref') ?? '');
        const now = range && merges.merges.get(formatRange(range));
        if (now) edits.setAttributes(item, { ref: formatRange(now) });
        return range === null || now !== null;
      },
      added,
    );
  }

  function shiftConditional(element: XmlScanner): void {
    const { start } = element;
    if (!shiftRule(element, edits, sheet)) edits.remove(start, element.end);
  }

  function setSqref(item: XmlScanner): boolean {
    const stated = item.attribute('sqref');
    const cells = stated === undefined ? null : mapSqref(plan, stated);
    if (!cells) throw shifter.obstacle('element', stated ?? item.localName());
    if (cells.sqref && cells.changed) edits.setAttributes(item, { sqref: cells.sqref });
    return cells.sqref !== '';
  }

  function setCell(item: XmlScanner, attribute: string): boolean {
    const cell = parseAddress(item.attribute(attribute) ?? '');
    const row = cell && shifter.cellRow(cell.row, cell.column);
    if (!cell || row === null) return false;
    edits.setAttributes(item, { [attribute]: formatAddress({ row, column: cell.column }) });
    return true;
  }

  /** A hint for readers: where its rows are gone it is left as it is. */
  function shiftDimension(element: XmlScanner): void {
    const range = parseRange(element.attribute('ref') ?? '');
    const rows = range && mapRange(plan, range, true);
    if (rows && typeof rows !== 'string') {
      edits.setAttributes(element, { ref: formatRange({ ...range, top: rows.top, bottom: rows.bottom }) });
    }
  }

  /** @returns its first row now */
  function setFilterRange(element: XmlScanner): number {
    const stated = element.attribute('ref') ?? '';
    const range = parseRange(stated);
    const rows = range && mapRange(plan, range, true);
    if (!rows || typeof rows === 'string') throw shifter.obstacle('filter', stated);
    edits.setAttributes(element, { ref: formatRange({ ...range, top: rows.top, bottom: rows.bottom }) });
    return rows.top;
  }

  function shiftFilter(element: XmlScanner): void {
    const { depth, kind } = element;
    const stated = element.attribute('ref') ?? '';
    const heading = element.isNamed('autoFilter') ? parseRange(stated)?.top : undefined;
    const top = setFilterRange(element);
    if (heading !== undefined && plan.newRow(heading) !== top) throw shifter.obstacle('filter', stated);
    if (kind === 'empty') return;
    while (element.nextInside(depth)) {
      if (element.isNamed('sortState') || element.isNamed('sortCondition')) setFilterRange(element);
    }
  }

  function shiftScenarios(list: XmlScanner): void {
    const { depth } = list;
    if (list.attribute('sqref') !== undefined) setSqref(list);
    if (list.kind === 'empty') return;
    while (list.nextInside(depth)) {
      const cell = list.attribute('r') ?? '';
      if (list.isNamed('inputCells') && !setCell(list, 'r')) throw shifter.obstacle('scenario', cell);
    }
  }

  function shiftHyperlink(link: XmlScanner): boolean {
    const stated = link.attribute('ref') ?? '';
    const range = parseRange(stated);
    if (!range) throw shifter.obstacle('element', stated);
    const single = range.top === range.bottom;
    const row = single ? shifter.cellRow(range.top, range.left) : null;
    const rows = single ? row !== null && { top: row, bottom: row } : mapRange(plan, range, false);
    if (rows === 'torn') throw shifter.obstacle('element', stated);
    if (!rows || rows === 'removed') return false;
    const location = shiftedLocation(link, sheet);
    edits.setAttributes(link, {
      ref: formatRange({ ...range, top: rows.top, bottom: rows.bottom }),
      ...(location === null ? {} : { location }),
    });
    return true;
  }
}

/** A sheet of the same book whose own rows stay: only its formulas and links may lead to the rows that change. */
export function shiftElementsElsewhere(map: SheetMap, edits: XmlEdits, sheet: RuleSheet): void {
  const scanner = new XmlScanner(map.bytes, map.part);
  scanner.next();
  while (scanner.next()) {
    if (scanner.kind === 'close' || scanner.depth !== 1) continue;
    if (scanner.isNamed('conditionalFormatting')) shiftRule(scanner, edits, sheet);
    else if (scanner.isNamed('dataValidations')) {
      editList(scanner, edits, 'dataValidation', item => shiftRule(item, edits, sheet));
    } else if (scanner.isNamed('hyperlinks')) {
      editList(scanner, edits, 'hyperlink', link => {
        const location = shiftedLocation(link, sheet);
        if (location !== null) edits.setAttributes(link, { location });
        return true;
      });
    } else if (scanner.isNamed('extLst')) shiftExtensions(scanner, edits, sheet);
    else scanner.skipElement();
  }
}

/** Where a link leads within the book; null for a link to elsewhere. */
function shiftedLocation(link: XmlScanner, { index, shifter }: RuleSheet): string | null {
  const stated = link.attribute('location');
  if (stated === undefined || link.attributeIn('office-relationships', 'id') !== undefined) return null;
  const [, hash = '', place = ''] = /^(#?)(.*)$/s.exec(stated)!;
  return hash + shifter.shift(place, { sheet: index, where: link.attribute('ref') ?? '' }).text;
}
