import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as XLSX from 'xlsx';
import { SnapshotGrid, snapshotLayout, snapshotTransfer } from '../../../lib/model/sheet-snapshot';
import { openWorkbook } from '../../../lib/workbook/open-workbook';
import { buildPackage, type PackageOptions, type Parts, workbookParts } from '../../fixtures/build-package';
import { cpuTime } from '../../fixtures/cpu-time';
import { plainCell } from '../../fixtures/read-package';

const fixture = (name: string) =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/workbooks/${name}`, import.meta.url)));
const cell = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';
const simple = (parts: Parts = {}) => workbookParts({ sheets: [{ name: '表1', xml: cell }], parts });
const codeOf = async (bytes: Uint8Array) => {
  try {
    const workbook = await openWorkbook(bytes);
    for (const { name } of workbook.sheets) await workbook.snapshot(name);
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'opened';
};
const ascii = (text: string) => new TextEncoder().encode(text);

describe('the 2023 table as an office received it', () => {
  it.each(['received-2023.xlsx', 'received-2023.xls'])('reads from %s as SheetJS reads it', async name => {
    const bytes = fixture(name);
    const workbook = await openWorkbook(bytes);
    const grid = new SnapshotGrid(await workbook.snapshot(workbook.sheets[0]!.name));
    const other = XLSX.read(bytes).Sheets[workbook.sheets[0]!.name]!;
    let compared = 0;
    for (let row = 0; row < grid.rowCount; row++) {
      for (const column of grid.filledColumns(row)) {
        const theirs = other[XLSX.utils.encode_cell({ r: row, c: column })] as XLSX.CellObject;
        expect(grid.cell(row, column)!.value).toBe(theirs.v);
        compared++;
      }
    }
    expect(compared).toBe(Object.values(other).filter(value => value.v !== undefined).length);
    expect(grid.merges).toHaveLength(other['!merges']!.length);
  });

  it('has its sizes, merges, freeze and looks', async () => {
    const workbook = await openWorkbook(fixture('received-2023.xlsx'));
    const snapshot = await workbook.snapshot('个性指标');
    const grid = new SnapshotGrid(snapshot);
    const layout = snapshotLayout(snapshot);
    expect([grid.rowCount, grid.columnCount, layout.freeze]).toEqual([21, 5, { rows: 2, columns: 0 }]);
    expect(layout.columns.map(({ width }) => width)).toEqual([14, 46, 52, 12, 10]);
    expect(layout.rows.get(0)).toEqual({ height: 48, hidden: false });
    const header = workbook.looks[grid.style(1, 0)]!;
    expect(header.font).toMatchObject({ name: '黑体', size: 11, bold: true });
    expect([header.horizontal, header.wrap, header.borders.left.style]).toEqual(['center', true, 'thin']);
  });

  it('can be handed to a worker without copying', async () => {
    const workbook = await openWorkbook(fixture('received-2023.xlsx'));
    const snapshot = await workbook.snapshot('个性指标');
    const before = plainCell(new SnapshotGrid(snapshot).cell(0, 0));
    const moved = structuredClone(snapshot, { transfer: snapshotTransfer(snapshot) });
    expect(snapshot.numbers).toHaveLength(0);
    expect(plainCell(new SnapshotGrid(moved).cell(0, 0))).toEqual(before);
    expect(plainCell(new SnapshotGrid(await workbook.snapshot('个性指标')).cell(0, 0))).toEqual(before);
  });
});

describe('packages as real writers make them', () => {
  it.each([
    ['stored entries', { stored: true }, {}],
    ['data descriptors', { descriptor: 'signed' }, {}],
    [
      'WPS directory entries',
      {
        more: [
          ['xl/', ''],
          ['xl/worksheets/', ''],
        ],
      },
      {},
    ],
    [
      'no theme, styles or strings although named',
      {},
      { 'xl/_rels/workbook.xml.rels': relationships('styles.xml', 'styles') },
    ],
    ['UTF-16 parts', {}, { 'xl/worksheets/sheet1.xml': utf16(simple()['xl/worksheets/sheet1.xml'] as string) }],
    ['a BOM', {}, { 'xl/workbook.xml': `\ufeff${simple()['xl/workbook.xml']}` }],
  ] as [string, PackageOptions, Parts][])('opens with %s', async (_, options, parts) => {
    const workbook = await openWorkbook(buildPackage(simple(parts), options));
    const grid = new SnapshotGrid(await workbook.snapshot('表1'));
    expect(grid.cell(0, 0)?.value).toBe(1);
  });

  it('opens with backslash names and absolute targets', async () => {
    const parts = Object.fromEntries(Object.entries(simple()).map(([name, xml]) => [name.replaceAll('/', '\\'), xml]));
    parts['xl\\_rels\\workbook.xml.rels'] = relationships('/xl/worksheets/sheet1.xml', 'worksheet', 'rId1');
    expect(await codeOf(buildPackage(parts))).toBe('opened');
  });

  it('opens the strict form and a workbook part in another place', async () => {
    const strict = (xml: string) =>
      xml
        .replaceAll(
          'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
          'http://purl.oclc.org/ooxml/spreadsheetml/main',
        )
        .replaceAll(
          'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
          'http://purl.oclc.org/ooxml/officeDocument/relationships',
        );
    const moved = Object.fromEntries(
      Object.entries(simple()).map(([name, xml]) => [
        name.replace('xl/workbook.xml', 'xl/book.xml').replace('workbook.xml.rels', 'book.xml.rels'),
        strict(xml as string).replaceAll('xl/workbook.xml', 'xl/book.xml'),
      ]),
    );
    expect(await codeOf(buildPackage(moved))).toBe('opened');
  });

  it('lists sheets with their state and kind, and reads worksheets only', async () => {
    const parts = workbookParts({
      sheets: [
        { name: '说明', xml: cell, state: 'veryHidden' },
        { name: '表', xml: cell },
        { name: '缺', xml: cell },
      ],
    });
    delete parts['xl/worksheets/sheet3.xml'];
    const workbook = await openWorkbook(buildPackage(parts));
    expect(workbook.sheets.map(({ name, state, kind }) => [name, state, kind])).toEqual([
      ['说明', 'veryHidden', 'worksheet'],
      ['表', 'visible', 'worksheet'],
      ['缺', 'visible', 'missing'],
    ]);
    expect((await workbook.snapshot('说明')).hidden).toBe(true);
    await expect(workbook.snapshot('缺')).rejects.toThrow('not-a-worksheet');
    expect(workbook.warnings.map(({ code, sheet }) => [code, sheet])).toEqual([['missing-sheet', '缺']]);
    await expect(workbook.snapshot('没有')).rejects.toThrow('no-such-sheet');
  });

  it('tells of signatures, macros, links, connections and cell pictures', async () => {
    const types = (simple()['[Content_Types].xml'] as string).replace(
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
      'application/vnd.ms-excel.sheet.macroEnabled.main+xml',
    );
    const parts = simple({
      '[Content_Types].xml': types,
      '_xmlsignatures/sig1.xml': '<x/>',
      'xl/vbaProject.bin': 'x',
      'xl/externalLinks/externalLink1.xml': '<x/>',
      'xl/connections.xml': '<x/>',
      'xl/cellimages.xml': '<x/>',
    });
    const workbook = await openWorkbook(buildPackage(parts));
    expect(workbook.format).toBe('xlsm');
    expect(workbook.warnings.map(({ code }) => code)).toEqual([
      'signed',
      'macros',
      'external-links',
      'connections',
      'cell-pictures',
    ]);
  });

  it('stops when asked to, and reports progress', async () => {
    const seen: [number, number][] = [];
    const stop = new AbortController();
    const options = { signal: stop.signal, onProgress: (done: number, total: number) => seen.push([done, total]) };
    const workbook = await openWorkbook(buildPackage(simple()), options);
    await workbook.snapshot('表1');
    expect(seen).toEqual([[1, 1]]);
    stop.abort();
    await expect(workbook.snapshot('表1')).rejects.toThrow('cancelled');
    await expect(openWorkbook(buildPackage(simple()), options)).rejects.toThrow('cancelled');
  });
});

describe('what cannot be opened is refused in words of its own', () => {
  const bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>';
  const withSheet = (xml: string) => buildPackage(simple({ 'xl/worksheets/sheet1.xml': xml }));

  it.each([
    ['an empty file', new Uint8Array(0), 'empty-file'],
    ['other content', ascii('%PDF-1.7\n%âãÏÓ'), 'not-a-zip'],
    ['half a file', buildPackage(simple()).slice(0, 700), 'truncated'],
    ['a text table', ascii('序号,项目,分值\n1,领导责任,4\n'), 'text-as-workbook'],
    [
      'a web page',
      ascii('<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table></table></html>'),
      'text-as-workbook',
    ],
    [
      'an XML table',
      ascii('<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>'),
      'text-as-workbook',
    ],
    ['a file of 亿赛通', new Uint8Array([0x62, 0x14, 0x23, 0x65, 1, 2, 3, 4]), 'drm'],
    ['BIFF4 without a container', new Uint8Array([0x09, 0x04, 0x06, 0x00, 0, 4, 0x10, 0]), 'old-excel'],
    ['an encrypted package', compoundWith('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
    [
      'a package under rights management',
      compoundWith('EncryptedPackage', '\u0006DataSpaces', 'DRMEncryptedDataSpace'),
      'drm',
    ],
    ['an archive without a workbook', buildPackage({ 'word/document.xml': '<w/>' }), 'no-workbook-part'],
    ['a workbook part of another kind', buildPackage(simple({ 'xl/workbook.xml': '<document/>' })), 'no-workbook-part'],
    ['a binary workbook', buildPackage({ 'xl/workbook.bin': 'x' }), 'binary-workbook'],
    ['no sheet', buildPackage(workbookParts({ sheets: [] })), 'no-sheet'],
    ['a DTD in the workbook', buildPackage(simple({ 'xl/workbook.xml': `${bomb}<workbook/>` })), 'hostile-xml'],
    ['a DTD in a sheet', withSheet(`${bomb}<worksheet>&b;</worksheet>`), 'hostile-xml'],
    ['a sheet that ends too soon', withSheet('<worksheet><sheetData><row r="1">'), 'broken-xml'],
    ['a name outside', buildPackage(simple({ '../../evil.xml': 'x' })), 'unsafe-part-name'],
    ['a prototype name', buildPackage(simple({ 'xl/__proto__.xml/__proto__': 'x' })), 'reserved-name'],
    [
      'a sheet named __proto__',
      buildPackage(workbookParts({ sheets: [{ name: '__proto__', xml: cell }] })),
      'reserved-name',
    ],
    [
      'a sheet name without end',
      buildPackage(workbookParts({ sheets: [{ name: '表'.repeat(999), xml: cell }] })),
      'name-too-long',
    ],
    ['duplicate parts', buildPackage(simple(), { more: [['xl/workbook.xml', '<x/>']] }), 'duplicate-part'],
    ['a wrong CRC', buildPackage(simple(), { entries: { 'xl/worksheets/sheet1.xml': { crc: 7 } } }), 'damaged-part'],
    [
      'a bomb by ratio',
      buildPackage(simple(), { entries: { 'xl/worksheets/sheet1.xml': { declaredSize: 200 << 20 } } }),
      'zip-bomb',
    ],
    [
      'ten million rows',
      withSheet(
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="10000000"/></sheetData></worksheet>',
      ),
      'too-many-rows',
    ],
  ] as [string, Uint8Array, string][])('%s', async (_, bytes, code) => {
    const spent = await cpuTime(async () => expect(await codeOf(bytes)).toBe(code));
    expect(spent).toBeLessThan(1000);
  });

  it('refuses a real bomb of 64 MB of zeros by its directory, without inflating', async () => {
    const zeros = buildPackage(simple({ 'xl/media/a.xml': new Uint8Array(64 << 20) }));
    expect(await codeOf(zeros)).toBe('zip-bomb');
  });

  it('ends every file cut or damaged anywhere with an error of ours', async () => {
    const whole = fixture('received-2023.xlsx');
    for (let at = 3; at < whole.length; at += 211) {
      const damaged = whole.slice();
      damaged[at] = damaged[at]! ^ 0x55;
      expect(await codeOf(damaged)).toMatch(/^[a-z0-9-]+$/);
      expect(await codeOf(whole.slice(0, at))).toMatch(/^(truncated|not-a-zip|text-as-workbook)$/);
    }
  });
});

function relationships(target: string, kind: string, id = 'rId9'): string {
  const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const sheet =
    id === 'rId1' ? '' : `<Relationship Id="rId1" Type="${type}/worksheet" Target="worksheets/sheet1.xml"/>`;
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${sheet}<Relationship Id="${id}" Type="${type}/${kind}" Target="${target}"/></Relationships>`;
}

function utf16(xml: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${xml.replace('UTF-8', 'UTF-16')}`, 'utf16le'));
}

/** A compound file as far as its directory. */
function compoundWith(...names: string[]): Uint8Array {
  const bytes = Buffer.alloc(1024 + names.length * 128);
  Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]).copy(bytes);
  names.forEach((name, index) => {
    bytes.write(name, 1024 + index * 128, 'utf16le');
    bytes.writeUInt16LE(name.length * 2 + 2, 1024 + index * 128 + 64);
  });
  return new Uint8Array(bytes);
}
