import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import type { FillValues } from '../../lib/tasks/fill-values';
import { fillValues } from '../../lib/tasks/fill-values';
import type { WorkspaceDriver } from '../browser/workspace-driver';

/** Hands out on the open page and fills in two of the copies as departments would; returns their files. */
export async function returnedCopies(workspace: WorkspaceDriver, folder: string): Promise<string[]> {
  const zip = path.join(folder, 'hand-out.zip');
  await workspace.download(/下载 \d+ 份/, zip);
  const names: string[] = [];
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip))).slice(0, 2)) {
    const values: FillValues = {
      cells: [],
      fields: [
        { indicator: '1.1', field: 'completion', value: '领导小组3月12日调整，组长为管委会主要领导，年度方案已印发。' },
        { indicator: names.length === 0 ? '1.2' : '2.1', field: 'evidence', value: '会议纪要、签到表、现场照片' },
      ],
    };
    const file = path.join(folder, name);
    writeFileSync(file, (await fillValues(bytes, values)).bytes);
    names.push(file);
  }
  return names;
}

/** A dozen units with a few things that a superior would want to see. */
export async function completedUnits(
  template: string,
  indicators: readonly { code: string; completion: string }[],
  folder: string,
): Promise<string[]> {
  const table = new Uint8Array(readFileSync(path.join(template, 'table.xlsx')));
  const files: string[] = [];
  for (let unit = 0; unit < 12; unit++) {
    const fields = indicators.flatMap(({ code, completion }, place) => {
      if ((unit * 7 + place) % 11 === 0) return [];
      const text = completion.replace('（示例）', unit === 4 && place === 3 ? '（示例）' : '');
      return [
        { indicator: code, field: 'completion', value: `${text}（第${unit + 1}组）` },
        {
          indicator: code,
          field: 'selfScore',
          value: unit === 6 && place === 1 ? 5 : 1 + ((unit + place) % 3) / 10 - (place > 4 ? 0.3 : 0),
        },
        { indicator: code, field: 'evidence', value: '会议纪要、现场照片' },
      ];
    });
    const file = path.join(folder, `第${unit + 1}街道办事处.xlsx`);
    const { bytes } = await fillValues(
      table,
      { cells: [], fields },
      { append: ['completion', 'selfScore', 'evidence'] },
    );
    writeFileSync(file, bytes);
    files.push(file);
  }
  const broken = path.join(folder, '加密的表.xlsx');
  writeFileSync(broken, 'this is no workbook');
  return [...files, broken];
}
