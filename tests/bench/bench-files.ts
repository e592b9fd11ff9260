import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BenchEdit } from './contenders';
import { makeWorkbook } from './make-workbook';

export interface BenchFile {
  title: string;
  path: string;
  rows: number;
}

/** The received table, and the two large workbooks, which are made when missing: 15 seconds, always the same bytes. */
export function benchFiles(root: string, folder: string, quick: boolean): BenchFile[] {
  mkdirSync(folder, { recursive: true });
  const received = path.join(root, 'tests/fixtures/workbooks/received-2023.xlsx');
  return [
    { title: '2023 table as received', path: received, rows: 25 },
    ...[10_000, ...(quick ? [] : [100_000])].map(rows => ({
      title: `${rows.toLocaleString('en')} × 20, styled`,
      path: path.join(folder, `rows-${rows}.xlsx`),
      rows,
    })),
  ];
}

export function readBenchFile({ path: file, rows }: BenchFile): Uint8Array {
  if (!existsSync(file)) writeFileSync(file, makeWorkbook(rows));
  return new Uint8Array(readFileSync(file));
}

/** Answers and scores from top to bottom: in a large sheet the worst case, because every cell is far from the last. */
export function spreadEdits({ rows }: BenchFile, count: number): BenchEdit[] {
  const columns = rows < count ? 'CDEFGHIJ' : 'IJ';
  const lines = Math.ceil(count / columns.length);
  return Array.from({ length: count }, (_, n) => {
    const row = 3 + Math.floor((Math.floor(n / columns.length) * Math.min(rows, rows - 3)) / lines);
    const value = n % 2 ? n / 4 : `已完成第${n}项，召开专题会议2次，排查化解矛盾纠纷${n * 3}件，没有发生重大刑事案件。`;
    return { address: `${columns[n % columns.length]}${row}`, value };
  });
}
