import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ItemKind, type ItemMarks, ItemScanner } from '../../../../lib/workbook/splice/item-scanner';

const sheet = (rows: string): string =>
  `<?xml version="1.0"?><worksheet><sheetData>${rows}</sheetData><x/></worksheet>`;

function marksOf(xml: string, kind: ItemKind, step = 1_000_000): ItemMarks | null {
  const scanner = new ItemScanner(kind);
  const bytes = new TextEncoder().encode(xml);
  for (let at = 0; at < bytes.length; at += step) scanner.pass(bytes.subarray(at, at + step), at);
  return scanner.finish();
}

describe('marks on rows', () => {
  const rows = Array.from(
    { length: 900 },
    (_, n) => `<row spans="1:2" r="${n * 2 + 5}"><c r="A${n}"><v>${n}</v></c></row>`,
  );
  const xml = sheet(rows.join(''));

  it('name the row that starts where they say, from the first row on', () => {
    const { numbers, offsets, end, count } = marksOf(xml, 'rows')!;
    expect([count, numbers[0], end]).toEqual([900, 4, xml.indexOf('</sheetData>')]);
    expect(numbers.length).toBeGreaterThan(3);
    offsets.forEach((offset, mark) => {
      expect(xml.slice(offset).startsWith(`<row spans="1:2" r="${numbers[mark]! + 1}"`)).toBe(true);
    });
  });

  it('do not depend on how the part is cut into stretches', () => {
    const whole = marksOf(xml, 'rows');
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5_000 }), step => {
        expect(marksOf(xml, 'rows', step)).toEqual(whole);
      }),
      { numRuns: 30 },
    );
  });

  it('are found whatever the prefix, the quotes and the order of attributes', () => {
    const prefixed =
      "<x:worksheet><x:sheetData><x:row ht='5' r='7' s='>'/><x:row\n r='9'></x:row></x:sheetData></x:worksheet>";
    expect(marksOf(prefixed, 'rows')).toMatchObject({ count: 2, end: prefixed.indexOf('</x:sheetData>') });
  });

  it.each([
    ['a formula', '<row r="1"><c r="A1"><f>1+1</f></c></row>'],
    ['a row without r', '<row><c/></row>'],
    ['rows out of order', '<row r="3"/><row r="2"/>'],
    ['a row twice', '<row r="3"/><row r="3"/>'],
    ['a row beyond the sheet', '<row r="1048577"/>'],
    ['an r that is no number', '<row r="1a"/>'],
    ['a comment', '<row r="1"/><!-- <row r="2"/> -->'],
    ['CDATA', '<row r="1"><c><is><t><![CDATA[<row r="2">]]></t></is></c></row>'],
    ['no row', ''],
  ])('are not given for a sheet with %s', (_, content) => {
    expect(marksOf(sheet(content), 'rows')).toBeNull();
  });
});

describe('marks on strings', () => {
  it('count them, empty ones too', () => {
    const items = Array.from({ length: 2_000 }, (_, n) => (n % 5 ? `<si><t>文本${n}</t></si>` : '<si/>'));
    const { numbers, count } = marksOf(`<sst count="1">${items.join('')}</sst>`, 'strings')!;
    expect(count).toBe(2_000);
    expect(numbers.length).toBeGreaterThan(2);
  });
});
