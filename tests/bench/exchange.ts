import { readFileSync } from 'node:fs';
import { collectUnits } from '../../lib/tasks/collect/collect-units';
import { fillValues } from '../../lib/tasks/fill-values';
import { mergeWorkbooks } from '../../lib/tasks/merge-workbooks';

const UNITS = 200;
const MEGABYTE = 1024 * 1024;

export interface ExchangeFigures {
  /** CPU seconds over all threads. */
  collect: number;
  merge: number;
  /** Megabytes that the heap grew by, from the 20th workbook to the last. */
  growth: number;
}

/** 200 completed copies of one table: compared as units, and merged into what was handed out. */
export async function measureExchange(table: string): Promise<ExchangeFigures> {
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
  const seconds = async (work: () => Promise<unknown>) => {
    const start = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1e6;
  };
  let early = 0;
  let late = 0;
  const collect = await seconds(() =>
    collectUnits(files, {
      today: '2023-12-15',
      onProgress: done => {
        if (done === 20) early = process.memoryUsage().heapUsed;
        if (done === UNITS) late = process.memoryUsage().heapUsed;
      },
    }),
  );
  const merge = await seconds(() => mergeWorkbooks(base, files));
  return { collect, merge, growth: (late - early) / MEGABYTE };
}
