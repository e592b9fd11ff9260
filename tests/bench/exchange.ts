import { readFileSync } from 'node:fs';
import { collectUnits } from '../../lib/tasks/collect/collect-units';
import { fillValues } from '../../lib/tasks/fill-values';
import { mergeWorkbooks } from '../../lib/tasks/merge-workbooks';
import { cpuTime } from '../fixtures/cpu-time';
import type { Goal } from './goal';
import { milliseconds } from './report';

const UNITS = 200;
const MEGABYTE = 1024 * 1024;

/** 200 completed copies of one table: compared as units, and merged into what was handed out. */
export async function measureExchange(table: string): Promise<Goal[]> {
  const blank = { cells: [], fields: [] };
  const base = (await fillValues(new Uint8Array(readFileSync(table)), blank, { append: ['completion', 'selfScore'] }))
    .bytes;
  const files: { name: string; from: string; read: () => Promise<Uint8Array> }[] = [];
  for (let unit = 0; unit < UNITS; unit++) {
    const fields = ['1.1', '1.2', '1.3', '2.1', '2.2', '2.3'].flatMap((indicator, place) => [
      { indicator, field: 'completion', value: `第${unit}单位完成第${place}项工作，共${(unit * 7 + place) % 12}次。` },
      { indicator, field: 'selfScore', value: 1 + ((unit + place) % 5) / 10 },
    ]);
    const { bytes } = await fillValues(base, { cells: [], fields });
    files.push({ name: `${unit}.xlsx`, from: `${unit}.xlsx`, read: async () => bytes });
  }
  let early = 0;
  let late = 0;
  const collect = await cpuTime(() =>
    collectUnits(files, {
      today: '2023-12-15',
      onProgress: done => {
        if (done === 20) early = process.memoryUsage().heapUsed;
        if (done === UNITS) late = process.memoryUsage().heapUsed;
      },
    }),
  );
  const merge = await cpuTime(() => mergeWorkbooks(base, files));
  const goal = (text: string, cpu: number): Goal => ({
    text: `${UNITS} workbooks ${text} in under 10 s of CPU`,
    reached: cpu < 10_000,
    figures: `${milliseconds(cpu)} ms`,
  });
  const growth = (late - early) / MEGABYTE;
  return [
    goal('compared', collect),
    goal('merged', merge),
    {
      text: 'memory stays flat while they are compared: under 50 MB from the 20th to the last',
      reached: growth < 50,
      figures: `${growth.toFixed(0)} MB`,
    },
  ];
}
