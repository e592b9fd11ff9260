import type { CellValue } from '../../model/cells';
import { type CellContent, FormulaFault } from '../formulas/values';
import { unescapeText } from '../sheet/spreadsheet-text';
import type { CellPlace } from './row-cells';
import type { SharedStrings } from './shared-strings';

/** What a formula sees in this cell. */
export function cellContent(cell: CellPlace, strings: SharedStrings | null): CellContent {
  const { content, type } = cell;
  if (content === null || (content === '' && type !== 'str' && type !== 'inlineStr')) {
    return cell.hasFormula ? undefined : null;
  }
  switch (type) {
    case 's':
      // Readers show a string that the table does not have as none.
      return strings?.text(Number(content)) ?? '';
    case 'str':
      return unescapeText(content);
    case 'inlineStr':
      return content;
    case 'b':
      return content.trim() === '1' || content.trim() === 'true';
    case 'e':
      return new FormulaFault(content.trim());
    case 'n': {
      const number = Number(content);
      return Number.isNaN(number) ? undefined : number;
    }
    default:
      return undefined;
  }
}

/** What a person sees in this cell; errors and ISO dates as their text. */
export function cellValue(cell: CellPlace, strings: SharedStrings | null): CellValue {
  const content = cellContent(cell, strings);
  if (content instanceof FormulaFault) return content.code;
  return content === undefined ? cell.content : content;
}
