import type { XmlScanner } from '../xml/xml-scanner';
import { type RuleSheet, shiftRule } from './rule-formulas';
import type { XmlEdits } from './xml-edits';

/** Elements of extensions that hold formulas and the cells they are for, by the list they stand in. */
const RULES: ReadonlyMap<string, string> = new Map([
  ['conditionalFormattings', 'conditionalFormatting'],
  ['dataValidations', 'dataValidation'],
  ['sparklineGroups', 'sparkline'],
]);
const CELL = /^\$?[A-Z]{1,3}\$?[1-9]\d*(?::|$)/;

/** From `<extLst>` to its end. @throws AppError rows-not-shiftable for an extension that may speak of rows in its own way */
export function shiftExtensions(scanner: XmlScanner, edits: XmlEdits, sheet: RuleSheet): void {
  const { shifter, index } = sheet;
  const isTarget = index === shifter.target.index;
  const { depth } = scanner;
  let rule: string | null = null;
  if (scanner.kind === 'empty') return;
  while (scanner.next() && scanner.depth > depth) {
    const known = RULES.get(scanner.localName());
    if (known) rule = scanner.kind === 'open' ? known : null;
    if (scanner.kind === 'close') {
      if (isTarget && rule === null && CELL.test(scanner.text().trim())) throw obstacle();
      continue;
    }
    if (rule !== null && scanner.isNamed(rule)) {
      if (!shiftRule(scanner, edits, sheet)) throw obstacle();
    } else if (isTarget && rule === null && hasCells(scanner)) throw obstacle();
  }

  function obstacle() {
    return shifter.obstacle('element', `<${scanner.localName()}>`);
  }
}

function hasCells(scanner: XmlScanner): boolean {
  for (let index = 0; index < scanner.attributeCount; index++) {
    if (CELL.test(scanner.attributeValue(index).trim())) return true;
  }
  return scanner.isNamed('slicerList') || scanner.isNamed('timelineRefs');
}
