import type { CellValue, GridCell } from '../../model/cells';
import { parseWeight } from '../../table/weight';

/** A weight as typed ("3", "3分", "10%") → as the table writes its own: "3分", the number 3, or 0.1 shown as 10%. */
export function weightValue(typed: string, model: GridCell | undefined): CellValue {
  const weight = parseWeight({ kind: 'text', text: typed, value: typed });
  if (!weight || !model) return typed;
  if (model.kind === 'number') return model.text.includes('%') ? weight.value / 100 : weight.value;
  const printed = parseWeight(model);
  if (!printed) return typed;
  return model.text.replace(/[\d.０-９．]+/, String(weight.value));
}
