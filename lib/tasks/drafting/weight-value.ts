import type { CellValue, GridCell } from '../../model/cells';
import type { OpValue } from '../../model/op';
import { parseWeight } from '../../table/weight';

/** A weight as typed ("3", "3分", "10%") → as the table writes its own: "3分", the number 3, or 0.1 shown as 10%. */
export function weightValue(typed: string, model: GridCell | undefined): CellValue {
  const weight = parseWeight({ kind: 'text', text: typed, value: typed });
  if (!weight || !model) return typed;
  if (model.kind === 'number') return isPercent(model) ? decimal(weight.value / 100) : weight.value;
  const printed = parseWeight(model);
  if (!printed) return typed;
  return model.text.replace(/[\d.０-９．]+/, String(weight.value));
}

/** The reverse: what a cell like `model` shows for this value. */
export function weightText(value: OpValue, model: GridCell | undefined): string {
  if (value === null) return '';
  return typeof value === 'number' && model && isPercent(model) ? `${decimal(value * 100)}%` : String(value);
}

const isPercent = ({ kind, text }: GridCell): boolean => kind === 'number' && text.includes('%');

/** Without the tail that binary fractions leave. */
const decimal = (value: number): number => Math.round(value * 1e6) / 1e6;
