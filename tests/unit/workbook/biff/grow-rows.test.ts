import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { snapshotLayout } from '../../../../lib/model/sheet-snapshot';
import { fillBiff } from '../../../../lib/workbook/biff/fill-biff';
import { openBiff } from '../../../../lib/workbook/biff/open-biff';

const received = new Uint8Array(readFileSync('tests/fixtures/workbooks/received-2023.xls'));
const SHEET = '个性指标';
const long = '本单位成立平安建设领导小组，定期研究部署。'.repeat(30);

async function heights(bytes: Uint8Array): Promise<(number | null | undefined)[]> {
  const { rows } = snapshotLayout(await (await openBiff(bytes)).snapshot(SHEET));
  return Array.from({ length: 25 }, (_, row) => rows.get(row)?.height);
}

describe('rows of an .xls sheet', () => {
  it('grow where a filled text would be cut, and only there', async () => {
    const { bytes, grownRows } = await fillBiff(received, [{ sheet: SHEET, row: 4, column: 2, value: long }], {
      growRows: true,
    });
    expect(grownRows).toEqual([{ sheet: SHEET, row: 5, from: 96, to: expect.any(Number) }]);
    expect(grownRows[0]!.to).toBeGreaterThan(150);
    const [before, after] = [await heights(received), await heights(bytes)];
    expect(after[4]).toBe(grownRows[0]!.to);
    expect(after.filter((_, row) => row !== 4)).toEqual(before.filter((_, row) => row !== 4));
  });

  it('stay when the text fits, and when growing is not asked for', async () => {
    const short = await fillBiff(received, [{ sheet: SHEET, row: 4, column: 2, value: '已完成' }], { growRows: true });
    const asked = await fillBiff(received, [{ sheet: SHEET, row: 4, column: 2, value: long }]);
    expect([short.grownRows, asked.grownRows]).toEqual([[], []]);
    expect(await heights(asked.bytes)).toEqual(await heights(received));
  });

  it('share what a merged cell lacks, and tell of a text that no row can hold', async () => {
    const merged = await fillBiff(received, [{ sheet: SHEET, row: 2, column: 0, value: long }], { growRows: true });
    expect(merged.grownRows.map(({ row }) => row)).toEqual([3, 4, 5]);
    const endless = await fillBiff(received, [{ sheet: SHEET, row: 4, column: 3, value: long.repeat(5) }], {
      growRows: true,
    });
    expect(endless.grownRows[0]?.to).toBe(409.5);
    expect(endless.problems.map(({ code }) => code)).toEqual(['row-too-tall']);
  });
});
