import type { XmlScanner } from '../xml/xml-scanner';
import type { ReferenceShifter } from './reference-shifter';
import type { RowPlan } from './row-plan';
import { type MappedCells, mapSqref } from './sqref';
import type { XmlEdits } from './xml-edits';

/** Elements whose text is a formula: `<formula>`, `<formula1>`, `<formula2>` and, in extensions, `<f>`. */
const FORMULA = ['formula', 'formula1', 'formula2', 'f'];

interface FormulaText {
  start: number;
  end: number;
  text: string;
}

export interface RuleSheet {
  index: number;
  plan: RowPlan;
  shifter: ReferenceShifter;
}

/**
 * A conditional format, a validation or a sparkline, from its start tag to its end: the cells it holds for and its
 * formulas. @returns false where none of its cells is left
 */
export function shiftRule(scanner: XmlScanner, edits: XmlEdits, { index, plan, shifter }: RuleSheet): boolean {
  const { depth } = scanner;
  const isEmpty = scanner.kind === 'empty';
  const isTarget = index === shifter.target.index;
  const isSparkline = scanner.isNamed('sparkline');
  const attribute = scanner.attribute('sqref');
  let cells = attribute === undefined ? null : mapped(attribute);
  if (isTarget && cells?.changed && cells.sqref) edits.setAttributes(scanner, { sqref: cells.sqref });
  const formulas: FormulaText[] = [];
  while (!isEmpty && scanner.nextInside(depth)) {
    const threshold = scanner.isNamed('cfvo') ? scanner.attribute('val') : undefined;
    if (threshold !== undefined && Number.isNaN(Number(threshold))) {
      edits.setAttributes(scanner, { val: shifted(threshold) });
      continue;
    }
    if (scanner.kind !== 'open') continue;
    if (isFormula(scanner)) formulas.push(...readFormula(scanner));
    else if (scanner.isNamed('sqref')) {
      const start = scanner.end;
      const text = scanner.elementText();
      cells = mapped(text);
      if (isTarget && cells.changed && cells.sqref) edits.setText(start, scanner.start, cells.sqref);
    }
  }
  if (isTarget && cells?.sqref === '') return false;
  for (const { start, end, text } of formulas) {
    const now = shifted(text);
    if (now !== text) edits.setText(start, end, now);
  }
  return true;

  function mapped(sqref: string): MappedCells {
    const known = mapSqref(plan, sqref);
    if (!known) throw shifter.obstacle('element', sqref.slice(0, 40));
    return isTarget ? known : { ...known, newBase: known.base };
  }

  function shifted(text: string): string {
    const where = `${shifter.target.sheetNames[index]}!${cells?.sqref.split(' ')[0] ?? ''}`;
    // For a single row the dollar signs make no difference.
    const isPlain = !cells || cells.oneRow || isSparkline;
    return shifter.shift(text, isPlain ? { sheet: index, where } : { sheet: index, where, rule: cells! }).text;
  }
}

/** In extensions the text stands in an `<f>` inside `<formula1>`. */
function readFormula(scanner: XmlScanner): FormulaText[] {
  const start = scanner.end;
  scanner.next();
  if (scanner.kind === 'close') return [{ start, end: scanner.start, text: scanner.text() }];
  return scanner.kind === 'open' && scanner.isNamed('f') ? readFormula(scanner) : [];
}

function isFormula(scanner: XmlScanner): boolean {
  return FORMULA.some(name => scanner.isNamed(name));
}
