import { readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { errorText } from '../../../lib/model/app-error';
import { collectUnits } from '../../../lib/tasks/collect/collect-units';
import { comparisonSheets } from '../../../lib/tasks/collect/comparison-sheets';
import { fillValues, fillValuesSchema } from '../../../lib/tasks/fill-values';
import { mergeWorkbooks } from '../../../lib/tasks/merge-workbooks';
import { readReturned, takeBackBase } from '../../../lib/tasks/take-back/read-returned';
import { writePlainWorkbook } from '../../../lib/workbook/write-plain';
import { buildPackage } from '../../fixtures/build-package';
import { readBack } from '../workbook/small-book';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(path.join(import.meta.dirname, '../../fixtures/workbooks', name)));
const APPEND = ['department', 'completion', 'selfScore', 'evidence'] as const;
const SHEET = 'xl/worksheets/sheet1.xml';

const fill = async (bytes: Uint8Array, fields: unknown[], append: readonly (typeof APPEND)[number][] = []) =>
  (await fillValues(bytes, fillValuesSchema.parse({ fields }), { append })).bytes;

function withParts(bytes: Uint8Array, change: (parts: Record<string, Uint8Array>) => void): Uint8Array {
  const parts = unzipSync(bytes);
  change(parts);
  return zipSync(parts, { level: 6 });
}

/** As a program that is not ours, or somebody with ill will, may write G3, the 完成情况 of 1.1. */
const withCell = (bytes: Uint8Array, xml: string) =>
  withParts(bytes, parts => {
    const sheet = new TextDecoder().decode(parts[SHEET]);
    const changed = sheet.replace(/<c r="G3"[^>]*?(?:\/>|>.*?<\/c>)/, xml);
    expect(changed).not.toBe(sheet);
    parts[SHEET] = new TextEncoder().encode(changed);
  });
const text = (content: string) => `<c r="G3" t="inlineStr"><is><t xml:space="preserve">${content}</t></is></c>`;

describe('among returned copies, one that is', () => {
  let base: Uint8Array;
  let good: Uint8Array;

  beforeAll(async () => {
    base = await fill(fixture('received-2023.xlsx'), [], APPEND);
    good = await fill(base, [{ indicator: '1.2', field: 'selfScore', value: 3 }]);
  });

  /** What each way of taking copies back makes of it, beside one that is as it should be. */
  async function taken(bytes: Uint8Array, name = '可疑.xlsx') {
    const files = [
      { name: '正常.xlsx', read: async () => good },
      { name, read: async () => bytes },
    ];
    const merged = await mergeWorkbooks(
      base,
      files.map(({ name: from, read }) => ({ from, read })),
    );
    const collected = await collectUnits(files, { today: '2023-12-15' });
    const answered = await readReturned(
      await takeBackBase({ received: base, answers: {}, state: new Map(), append: [] }),
      name,
      bytes,
    ).then(
      ({ answers, outside }) => ({ answers, outside }),
      error => ({ error }),
    );
    const sheet = readBack(merged.bytes).Sheets.个性指标!;
    expect(sheet.H4.v).toBe(3);
    expect(collected.units[0]).toMatchObject({ selfTotal: expect.any(Number), file: '正常.xlsx' });
    return { merged, collected, answered, sheet };
  }

  it.each([
    ['behind a password', 'encrypted', async () => fixture('behind-a-password.xlsx')],
    [
      'a zip bomb',
      'zip-bomb',
      async () => buildPackage(unzipSync(good), { more: [['xl/media/image1.png', 'x', { declaredSize: 200 << 20 }]] }),
    ],
    ['cut off', 'truncated', async () => good.slice(0, good.length >> 1)],
    ['no workbook at all', 'not-a-zip', async () => new TextEncoder().encode('%PDF-1.7\n1 0 obj')],
    ['a picture', 'not-a-zip', async () => Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13)],
    [
      'a text document',
      'no-workbook-part',
      async () => zipSync({ 'word/document.xml': new TextEncoder().encode('<w/>') }),
    ],
  ] as const)('%s is listed with the reason, and the others are taken', async (_, code, make) => {
    const { merged, collected, answered, sheet } = await taken(await make());
    expect(merged.refused.map(({ from, error }) => [from, error.code])).toEqual([['可疑.xlsx', code]]);
    expect(collected.broken.map(({ file, error }) => [file, error.code])).toEqual([['可疑.xlsx', code]]);
    expect(answered).toMatchObject({ error: { code } });
    for (const language of ['zh-CN', 'en'] as const) {
      const { message, next } = errorText(merged.refused[0]!.error, language);
      expect(message).toMatch(/.{5}/);
      expect(next).toMatch(/.{5}/);
    }
    expect(sheet.G3).toBeUndefined();
  });

  it('of another table is refused in one sentence, not listed cell by cell', async () => {
    const { merged, answered } = await taken(fixture('score-sheet.xls'), '打分表.xls');
    expect(merged.refused.map(({ error }) => [error.code, error.details])).toEqual([
      ['other-table', { file: '打分表.xls', found: 0, expected: 15 }],
    ]);
    expect(merged.outside).toEqual([]);
    expect(answered).toMatchObject({ error: { code: 'other-table' } });
  });

  it('cut down to a department’s own few rows is taken like any other', async () => {
    const answered = await fill(good, [{ indicator: '1.1', field: 'completion', value: '只留了本科室的行' }]);
    const cut = withParts(answered, parts => {
      const sheet = new TextDecoder().decode(parts[SHEET]);
      const rows = sheet.replace(/<row r="(\d+)".*?<\/row>/gs, (row, at) => (Number(at) <= 4 ? row : ''));
      parts[SHEET] = new TextEncoder().encode(rows.replace(/<mergeCells.*?<\/mergeCells>/s, ''));
    });
    const { merged, answered: read } = await taken(cut);
    expect(merged.refused).toEqual([]);
    expect(merged.taken.map(({ cell, value }) => [cell, value])).toEqual([
      ['H4', 3],
      ['G3', '只留了本科室的行'],
    ]);
    expect(merged.outside.every(({ reason }) => reason === 'row-missing')).toBe(true);
    expect(read).toMatchObject({ answers: [{ field: 'completion' }, { field: 'selfScore' }] });
  });

  it.each([
    ['longer than a cell can hold', () => text('长'.repeat(32_768))],
    ['with control characters', () => text('甲_x0000_乙')],
  ])('holding a text %s has it reported, not taken: it would keep the table from being exported', async (_, xml) => {
    const { merged, collected, answered, sheet } = await taken(withCell(good, xml()));
    expect(merged.outside).toMatchObject([{ cell: 'G3', reason: 'unwritable' }]);
    expect(answered).toMatchObject({ answers: [{ field: 'selfScore' }], outside: [{ reason: 'unwritable' }] });
    expect(sheet.G3).toBeUndefined();
    expect(collected.units).toHaveLength(2);
  });

  it.each([
    [
      'a formula’s text',
      text('=HYPERLINK("http://example.invalid","点此")'),
      '=HYPERLINK("http://example.invalid","点此")',
    ],
    ['markup', text('&lt;img src=x onerror=alert(1)&gt;'), '<img src=x onerror=alert(1)>'],
    ['a formula', '<c r="G3" t="str"><f>HYPERLINK("http://example.invalid","已完成")</f><v>已完成</v></c>', '已完成'],
    ['a command', `<c r="G3" t="str"><f>cmd|' /C calc'!A0</f><v>0</v></c>`, '0'],
  ])('holding %s gives a plain text, never a formula', async (_, xml, value) => {
    const { merged, answered, sheet } = await taken(withCell(good, xml));
    expect(merged.refused).toEqual([]);
    expect([sheet.G3.t, sheet.G3.v, sheet.G3.f]).toEqual(['s', value, undefined]);
    expect(answered).toMatchObject({ answers: [{ value }, { field: 'selfScore' }] });
  });

  it('comparing units comes out as a workbook whatever their texts hold', async () => {
    const score = (content: string) => text(content).replace('G3', 'H3');
    const hostile = withParts(good, parts => {
      const sheet = new TextDecoder().decode(parts[SHEET]);
      parts[SHEET] = new TextEncoder().encode(
        sheet.replace(/<c r="H3"[^>]*?(?:\/>|>.*?<\/c>)/, score(`=1+1_x0000_${'长'.repeat(40_000)}`)),
      );
    });
    const { collected } = await taken(hostile);
    const bytes = writePlainWorkbook(comparisonSheets(collected, collected.broken, 'zh-CN'));
    const cell = readBack(bytes).Sheets.自评分对照!.B3;
    expect([cell.t, cell.f]).toEqual(['s', undefined]);
    expect(cell.v).toMatch(/^=1\+1长+…?$/);
  });
});
