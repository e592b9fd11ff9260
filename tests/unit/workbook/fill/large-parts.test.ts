import zlib from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CellEdit } from '../../../../lib/model/cells';
import { fillWorkbook } from '../../../../lib/workbook/fill-workbook';
import { indexWorkbook, type WorkbookIndex } from '../../../../lib/workbook/index-workbook';
import { readZip } from '../../../../lib/workbook/zip/read-zip';
import { buildPackage, workbookParts } from '../../../fixtures/build-package';

const ROWS = 9_000;
const NO_INDEX: WorkbookIndex = new Map();

/** Every fifth row is missing, and so are some cells; strings are shared; some cells are merged over rows. */
function largeWorkbook({ prefix = '', formula = '' } = {}): Uint8Array {
  const rows: string[] = [];
  for (let row = 3; row <= ROWS; row++) {
    if (row % 5 === 0) continue;
    const cells = Array.from({ length: 12 }, (_, column) => {
      const tag = `<${prefix}c r="${String.fromCharCode(65 + column)}${row}" s="${column % 3}"`;
      if ((row + column) % 7 === 0) return '';
      if (column % 4 === 1) return `${tag} t="s"><${prefix}v>${(row * 7) % 40_000}</${prefix}v></${prefix}c>`;
      return column % 4 === 2 ? `${tag}/>` : `${tag}><${prefix}v>${(row * column) % 9_973}</${prefix}v></${prefix}c>`;
    });
    const spans = row % 2 ? ' spans="1:12"' : '';
    rows.push(
      `<${prefix}row r="${row}"${spans} ht="20">${cells.join('')}${row === 4_001 ? formula : ''}</${prefix}row>`,
    );
  }
  const strings = Array.from({ length: 40_000 }, (_, n) => `<si><t>落实责任第${n}项，排查化解矛盾纠纷</t></si>`);
  const xml =
    `<${prefix}dimension ref="A3:L${ROWS}"/><${prefix}sheetData>${rows.join('')}</${prefix}sheetData>` +
    `<${prefix}mergeCells><${prefix}mergeCell ref="B601:C1204"/><${prefix}mergeCell ref="D7001:D7002"/></${prefix}mergeCells>`;
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const parts = workbookParts({ sheets: [{ name: '表', xml }], sharedStrings: strings.join('') });
  if (prefix) {
    parts['xl/worksheets/sheet1.xml'] = `<x:worksheet xmlns:x="${main}">${xml}</x:worksheet>`;
  }
  return buildPackage(parts);
}

function contents(bytes: Uint8Array): Record<string, string> {
  const archive = readZip(bytes);
  return Object.fromEntries(
    archive.entries.map(({ name, dataOffset, compressedSize, crc, size }) => {
      const content = zlib.inflateRawSync(bytes.subarray(dataOffset, dataOffset + compressedSize));
      expect([name, zlib.crc32(content), content.length]).toEqual([name, crc, size]);
      return [name, content.toString('utf8')];
    }),
  );
}

const plain = largeWorkbook();
const prefixed = largeWorkbook({ prefix: 'x:' });

const edits: fc.Arbitrary<CellEdit[]> = fc.array(
  fc.record({
    sheet: fc.constant('表'),
    row: fc.oneof(fc.nat(10), fc.nat(ROWS + 100), fc.integer({ min: 590, max: 1_210 })),
    column: fc.nat(15),
    value: fc.oneof(
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.string(),
      fc.constant('落实责任第7项，排查化解矛盾纠纷'),
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

async function expectSame(bytes: Uint8Array, wanted: CellEdit[], growRows: boolean): Promise<void> {
  const whole = await fillWorkbook(bytes, wanted, { index: NO_INDEX, growRows });
  const index = structuredClone(await indexWorkbook(bytes));
  expect([...index.keys()].sort()).toEqual(['xl/sharedStrings.xml', 'xl/worksheets/sheet1.xml']);
  for (const kept of [{ index }, {}]) {
    const spliced = await fillWorkbook(bytes, wanted, { ...kept, growRows });
    expect(spliced.written).toEqual(whole.written);
    expect(spliced.grownRows).toEqual(whole.grownRows);
    const [a, b] = [contents(spliced.bytes), contents(whole.bytes)];
    expect(Object.keys(a)).toEqual(Object.keys(b));
    // Not toEqual: it would print megabytes.
    for (const name of Object.keys(b)) expect(a[name] === b[name], name).toBe(true);
  }
}

describe('a large workbook', () => {
  it('is filled through its index just as it would be without', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(plain, prefixed), edits, fc.boolean(), async (bytes, wanted, growRows) => {
        const usable = wanted.filter(({ value }) => typeof value !== 'string' || /^[ -~\u4e00-\u9fff，]*$/.test(value));
        if (usable.length > 0) await expectSame(bytes, usable, growRows);
      }),
      { numRuns: Number(process.env.LARGE_RUNS ?? 6) },
    );
  }, 1_200_000);

  it('is filled the same where no index was kept, at no more than the size', async () => {
    const wanted = [{ sheet: '表', row: 5_000, column: 3, value: '已完成' }];
    const stored = await fillWorkbook(plain, wanted, { index: await indexWorkbook(plain) });
    const unstored = await fillWorkbook(plain, wanted);
    expect(contents(unstored.bytes)).toEqual(contents(stored.bytes));
    expect(Math.max(stored.bytes.length, unstored.bytes.length)).toBeLessThan(plain.length + 2_000);
  });

  it('is filled in the ordinary way when it has a formula, whose value follows', async () => {
    const bytes = largeWorkbook({ formula: '<c r="N4001"><f>SUM(A4001:A4002)</f><v>1</v></c>' });
    expect([...(await indexWorkbook(bytes)).keys()]).toEqual(['xl/sharedStrings.xml']);
    const { bytes: filled } = await fillWorkbook(bytes, [{ sheet: '表', row: 4_000, column: 0, value: 5 }]);
    expect(contents(filled)['xl/worksheets/sheet1.xml']).toContain('<f>SUM(A4001:A4002)</f><v>5</v>');
  });
});
