import { FLOORS, OURS, OURS_UNPREPARED, PEERS } from './contenders';
import type { Failure, Measurement, Task } from './measurement';

/** By contender and task, for one file. */
export type FileResults = Map<string, Map<Task, Measurement | Failure>>;

export function measured(results: FileResults, name: string, task: Task): Measurement | null {
  const result = results.get(name)?.get(task);
  return result && !('failure' in result) ? result : null;
}

/** A Markdown table: CPU milliseconds (median), how many times ours, peak memory of filling 30 cells. */
export function tableOf(results: FileResults): string {
  const header = ['', 'open → table', 'fill 30', '× ours', 'fill 200', '× ours', 'peak MB', '× ours'];
  const rows = [OURS, OURS_UNPREPARED, ...PEERS, ...FLOORS].map(name => {
    const isFloor = FLOORS.includes(name);
    return [
      name,
      isFloor ? '–' : time(results, name, 'open'),
      time(results, name, 'fill30'),
      ratio(results, name, 'fill30', 'median'),
      isFloor ? '–' : time(results, name, 'fill200'),
      isFloor ? '–' : ratio(results, name, 'fill200', 'median'),
      measured(results, name, 'fill30')?.peak.toFixed(0) ?? '–',
      ratio(results, name, 'fill30', 'peak'),
    ];
  });
  return markdown([header, ...rows]);
}

function time(results: FileResults, name: string, task: Task): string {
  const result = results.get(name)?.get(task);
  if (!result) return '–';
  return 'failure' in result ? result.failure : milliseconds(result.median);
}

function ratio(results: FileResults, name: string, task: Task, field: 'median' | 'peak'): string {
  const own = measured(results, OURS, task)?.[field];
  const other = measured(results, name, task)?.[field];
  if (!own || !other || name === OURS) return '–';
  return `${(other / own).toFixed(other / own < 10 ? 1 : 0)}`;
}

export function milliseconds(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function markdown(rows: readonly (readonly string[])[]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map(row => row[column]!.length)));
  const lines = rows.map(row => `| ${row.map((cell, column) => pad(cell, widths[column]!, column)).join(' | ')} |`);
  const rule = `|${widths.map((width, column) => (column ? `${'-'.repeat(width + 1)}:` : '-'.repeat(width + 2))).join('|')}|`;
  return [lines[0], rule, ...lines.slice(1)].join('\n');
}

const pad = (cell: string, width: number, column: number): string =>
  column === 0 ? cell.padEnd(width) : cell.padStart(width);
