import type { GridCell } from '../model/cells';
import type { Weight } from '../model/table';
import { cleanText, foldWidth } from '../model/text';
import { chineseNumber } from './chinese-number';

/** A weight as printed, before its column decides what its number means. */
export interface PrintedWeight {
  text: string;
  value: number;
  unit: 'points' | 'percent' | 'bare';
}

const PLAIN = /^\(?(?:满分|标准分|总分|权重|分值|共计|共|计|最高|不超过|<=|≤|\+)?:?(\d{1,5}(?:\.\d{1,4})?)(分|%)?\)?$/;
const WORDS = /^\(?([一二三四五六七八九十两]{1,3})分\)?$/;

/** Reads "4分", "4", "（4分）", "满分4分", "10%", "四分" and number cells; null for anything else. */
export function parseWeight(cell: GridCell | undefined): PrintedWeight | null {
  if (!cell) return null;
  if (cell.kind === 'number') {
    const value = cell.value as number;
    if (!Number.isFinite(value) || value < 0) return null;
    const percent = cell.text.includes('%') || cell.text.includes('％');
    // 0.1 shown as "10%": a hundred times a double may carry a tail of zeros and ones.
    return {
      text: cell.text,
      value: percent ? round(value * 100) : round(value),
      unit: percent ? 'percent' : unitOf(cell.text),
    };
  }
  if (cell.kind !== 'text' || cell.text.length > 80) return null;
  // Nearly every weight of a large sheet is spelled so.
  const usual = /^(\d{1,5}(?:\.\d{1,4})?)(分?)$/.exec(cell.text);
  if (usual) return { text: cell.text, value: Number(usual[1]), unit: usual[2] ? 'points' : 'bare' };
  return readWording(cell);
}

function readWording(cell: GridCell): PrintedWeight | null {
  const key = foldWidth(cleanText(cell.text)).replace(/\s/g, '');
  const plain = PLAIN.exec(key);
  if (plain) {
    return {
      text: cell.text,
      value: Number(plain[1]),
      unit: plain[2] === '%' ? 'percent' : plain[2] ? 'points' : 'bare',
    };
  }
  const words = WORDS.exec(key);
  const value = words && chineseNumber(words[1]!);
  return value ? { text: cell.text, value, unit: 'points' } : null;
}

/** A number format may print the unit: 4 shown as "4分". */
function unitOf(shown: string): 'points' | 'bare' {
  return shown.includes('分') ? 'points' : 'bare';
}

/** What the numbers of one weight column mean. */
export interface WeightScale {
  unit: Weight['unit'];
  /** Points per 1 of the printed number; null where it cannot be told. */
  factor: number | null;
}

/**
 * Decides by the column's sum and heading. 0.4 + 0.6 = 1 → factors; "10%" or a heading with % → percent; numbers that
 * add up to 100 under 权重 in a table of 40 points → percent; anything else is points.
 */
export function weightScale(weights: readonly PrintedWeight[], heading: string, total: number | null): WeightScale {
  const sum = weights.reduce((all, weight) => all + weight.value, 0);
  const bare = weights.every(weight => weight.unit === 'bare');
  const percentHeading = /[%％]/.test(heading) || heading.includes('百分比');
  if (weights.length > 0 && weights.every(weight => weight.unit === 'percent')) return percent();
  if (bare && percentHeading && sum > 1.01) return percent();
  if (bare && weights.length > 1 && weights.every(weight => weight.value < 1) && Math.abs(sum - 1) < 0.005) {
    return { unit: 'factor', factor: total ?? 100 };
  }
  const weightHeading = heading.includes('权重') && !heading.includes('分值');
  if (bare && weightHeading && total !== null && total !== 100 && Math.abs(sum - 100) < 0.05) return percent();
  return { unit: 'points', factor: 1 };

  function percent(): WeightScale {
    return { unit: 'percent', factor: (total ?? 100) / 100 };
  }
}

/** One weight in points on its column's scale; a "10%" among points keeps its own unit and no points. */
export function scaledWeight(weight: PrintedWeight, scale: WeightScale): Weight {
  if (weight.unit === 'percent' && scale.unit !== 'percent')
    return { text: weight.text, points: null, unit: 'percent' };
  const factor = weight.unit === 'points' ? 1 : scale.factor;
  return { text: weight.text, points: factor === null ? null : round(weight.value * factor), unit: scale.unit };
}

/** Sums of tenths stay tenths. */
export function round(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}
