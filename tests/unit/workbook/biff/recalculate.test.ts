import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { read } from 'xlsx';
import { fillBiff } from '../../../../lib/workbook/biff/fill-biff';
import { cellsOf, recordsFrom, sheetStarts, workbookStream } from './biff-comparison';

const scores = new Uint8Array(readFileSync('tests/fixtures/workbooks/score-sheet.xls'));

async function filledScores() {
  const edits = Array.from({ length: 40 }, (_, index) => ({
    sheet: '自评打分',
    row: index + 2,
    column: 3,
    value: 2.5,
  }));
  return (await fillBiff(scores, edits)).bytes;
}

describe('formulas that read filled cells', () => {
  it('show their new results: numbers, texts, through other sheets and names', async () => {
    const { Sheets } = read(await filledScores(), { type: 'array' });
    expect(Sheets.自评打分?.D43?.v).toBe(100);
    expect([Sheets.自评打分?.E43?.t, Sheets.自评打分?.E43?.v]).toEqual(['s', '达标']);
    expect([Sheets.汇总?.B1?.v, Sheets.汇总?.B2?.v, Sheets.汇总?.B3?.v]).toEqual([0.83, 40, '共40项']);
    expect(Sheets.自评打分?.D43?.f).toBe('SUM(D3:D42)');
  });

  it('show nothing rather than a stale result where it cannot be computed here', async () => {
    const { Sheets } = read(await filledScores(), { type: 'array' });
    expect(Sheets.汇总?.B4?.f).toBe('STDEV(自评打分!C3:D42)');
    expect(Sheets.汇总?.B4?.v).toBe('');
  });

  it('are left alone where they read nothing that was filled', async () => {
    const after = workbookStream(await filledScores());
    const before = workbookStream(scores);
    const total = (stream: typeof after) => cellsOf(recordsFrom(stream, sheetStarts(stream)[0]!)).get('42,2');
    expect(total(after)).toBe(total(before));
  });

  it('change from text to number and back', async () => {
    const text = await filledScores();
    const { bytes } = await fillBiff(text, [
      { sheet: '自评打分', row: 2, column: 3, value: null },
      { sheet: '自评打分', row: 3, column: 3, value: '无' },
      { sheet: '自评打分', row: 4, column: 3, value: -90 },
    ]);
    const { Sheets } = read(bytes, { type: 'array' });
    expect([Sheets.自评打分?.D43?.v, Sheets.自评打分?.E43?.v, Sheets.汇总?.B3?.v]).toEqual([2.5, '未达标', '共38项']);
    const stream = workbookStream(bytes);
    const texts = recordsFrom(stream, sheetStarts(stream)[0]!).filter(({ type }) => type === 0x0207);
    expect(texts).toHaveLength(1);
  });

  it('are computed again when Excel opens the book: its mark of the last computation is older than any program', async () => {
    const mark = (bytes: Uint8Array) => recordsFrom(workbookStream(bytes), 0).find(({ type }) => type === 0x01c1);
    expect(mark(scores)?.data.readUInt32LE(4)).toBeGreaterThan(0);
    expect(mark(await filledScores())?.data.readUInt32LE(4)).toBe(0);
  });
});
