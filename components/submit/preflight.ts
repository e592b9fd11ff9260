import type { Item } from '../../lib/model/item';
import { formatPoints } from '../../lib/model/points';
import { problemText } from '../../lib/model/problem';
import type { Language } from '../../lib/model/sentence';
import type { Problem } from '../../lib/model/table';
import { scoreTrouble } from '../indicator/score-check';
import type { Texts } from '../texts/zh-cn';
import { declaredTotal, totalsOf } from '../totals/campaign-totals';

export interface Finding {
  key: string;
  severity: 'error' | 'warning' | 'info';
  text: string;
  /** The item to look at. */
  item?: Item;
}

export interface PreflightGround {
  items: readonly Item[];
  warnings: readonly Problem[];
  unsaved: boolean;
  /** Filled cells that the sheet's protection locked. */
  lockedCells: number;
  /** Answers that this export has no column for. */
  withoutColumn: number;
}

/** What to know before the workbook leaves the house. Nothing here stops the export but unsaved entries. */
export function preflight(ground: PreflightGround, texts: Texts, language: Language): Finding[] {
  const { items, warnings, unsaved, lockedCells, withoutColumn } = ground;
  const { check } = texts.export;
  const found: Finding[] = [];
  if (unsaved) found.push({ key: 'unsaved', severity: 'error', text: check.unsaved });
  for (const item of items) {
    const trouble = scoreTrouble(item.answers.selfScore.text, item.weight);
    const { code } = item.indicator;
    if (trouble === 'over-weight') {
      found.push({ key: `over-${item.entity}`, severity: 'warning', text: check.overWeight(code), item });
    } else if (trouble) {
      found.push({ key: `score-${item.entity}`, severity: 'warning', text: check.notANumber(code), item });
    }
  }
  const missing = items.filter(item => !item.filled);
  if (missing[0]) {
    found.push({ key: 'missing', severity: 'warning', text: check.missing(missing.length), item: missing[0] });
  }
  const tables = [...new Set(items.map(item => item.table))];
  const declared = declaredTotal(tables);
  const { weight } = totalsOf(items);
  if (declared !== null && declared !== weight) {
    const text = check.totalMismatch(formatPoints(weight), formatPoints(declared));
    found.push({ key: 'total', severity: 'warning', text });
  }
  const conflicts = items.filter(item => Object.values(item.answers).some(answer => answer.conflict));
  if (conflicts[0]) {
    found.push({ key: 'conflict', severity: 'warning', text: check.conflict(conflicts.length), item: conflicts[0] });
  }
  for (const warning of warnings) {
    if (warning.severity === 'suggestion') continue;
    const text = problemText(warning, language);
    found.push({ key: `file-${warning.code}-${warning.cell}`, severity: fileSeverity(warning), text });
  }
  if (lockedCells > 0) found.push({ key: 'locked', severity: 'info', text: check.locked(lockedCells) });
  if (withoutColumn > 0) found.push({ key: 'column', severity: 'info', text: check.notInOriginal(withoutColumn) });
  return found;
}

const fileSeverity = ({ severity }: Problem): Finding['severity'] =>
  severity === 'error' ? 'warning' : severity === 'suggestion' ? 'info' : severity;
