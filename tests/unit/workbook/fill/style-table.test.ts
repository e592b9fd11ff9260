import { describe, expect, it } from 'vitest';
import { StyleTable } from '../../../../lib/workbook/fill/style-table';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

function styles(inside: string, prefix = ''): StyleTable {
  const colon = prefix && `${prefix}:`;
  const namespace = prefix ? `xmlns:${prefix}` : 'xmlns';
  const xml = `<${colon}styleSheet ${namespace}="${MAIN}">${inside}</${colon}styleSheet>`;
  return new StyleTable(new TextEncoder().encode(xml), 'xl/styles.xml');
}

const xfs = (...list: string[]) => `<cellXfs count="${list.length}">${list.join('')}</cellXfs>`;

describe('a cell format', () => {
  it('tells its font, with what the file leaves out', () => {
    const table = styles(
      `<fonts><font><b/><sz val="10.5"/><name val="仿宋_GB2312"/></font><font/><font><b val="0"/><i/></font></fonts>${xfs('<xf fontId="0"/>', '<xf fontId="1"/>', '<xf fontId="2"/>', '<xf fontId="9"/>')}`,
    );
    expect(table.format(0).font).toEqual({ name: '仿宋_GB2312', size: 10.5, bold: true });
    expect(table.format(1).font).toEqual({ name: 'Calibri', size: 11, bold: false });
    expect(table.format(2).font.bold).toBe(false);
    expect(table.format(3).font).toEqual(table.normalFont);
    expect(table.format(99)).toMatchObject({ wrap: false, locked: true });
  });

  it.each([
    ['<alignment wrapText="1"/>', true],
    ['<alignment wrapText="true"/>', true],
    ['<alignment horizontal="justify"/>', true],
    ['<alignment vertical="distributed"/>', true],
    ['<alignment wrapText="0" horizontal="center"/>', false],
    ['', false],
  ])('wraps or not: %s', (alignment, wraps) => {
    expect(styles(xfs(`<xf>${alignment}</xf>`)).format(0).wrap).toBe(wraps);
  });

  it.each([
    ['<xf/>', true],
    ['<xf><protection hidden="1"/></xf>', true],
    ['<xf><protection locked="0"/></xf>', false],
    ['<xf><protection locked="false"/></xf>', false],
  ])('is locked or not: %s', (xf, locked) => expect(styles(xfs(xf)).format(0).locked).toBe(locked));

  it.each([
    [14, '', true],
    [31, '', true],
    [0, '', false],
    [49, '', false],
    [176, 'yyyy"年"m"月"', true],
    [176, '0"days"', false],
    [176, '[Red]0.00\\d', false],
    [176, '[h]:mm', true],
  ])('shows dates or not: %i %s', (id, code, date) => {
    const formats = code
      ? `<numFmts><numFmt numFmtId="${id}" formatCode="${code.replaceAll('"', '&quot;')}"/></numFmts>`
      : '';
    expect(styles(formats + xfs(`<xf numFmtId="${id}"/>`)).format(0).date).toBe(date);
  });
});

describe('the same format, wrapped', () => {
  it.each([
    ['<xf fontId="0"/>', '<xf fontId="0" applyAlignment="1"><alignment wrapText="1"/></xf>'],
    [
      '<xf applyAlignment="0"><protection locked="0"/></xf>',
      '<xf applyAlignment="1"><alignment wrapText="1"/><protection locked="0"/></xf>',
    ],
    [
      '<xf><alignment horizontal="center" shrinkToFit="1"/><protection locked="0"/></xf>',
      '<xf applyAlignment="1"><alignment horizontal="center" wrapText="1"/><protection locked="0"/></xf>',
    ],
  ])('%s', (source, wrapped) => {
    const table = styles(xfs('<xf/>', source));
    expect([table.wrapped(1), table.wrapped(1)]).toEqual([2, 2]);
    expect(new TextDecoder().decode(table.patched()!)).toContain(
      `<cellXfs count="3"><xf/>${source}${wrapped}</cellXfs>`,
    );
  });

  it('is itself where it wraps, and nothing changes', () => {
    const table = styles(xfs('<xf><alignment wrapText="1"/></xf>'));
    expect(table.wrapped(0)).toBe(0);
    expect(table.patched()).toBeNull();
  });

  it('keeps the prefix of the file', () => {
    const table = styles('<x:cellXfs><x:xf fontId="0"/></x:cellXfs>', 'x');
    table.wrapped(0);
    expect(new TextDecoder().decode(table.patched()!)).toContain(
      '<x:cellXfs><x:xf fontId="0"/><x:xf fontId="0" applyAlignment="1"><x:alignment wrapText="1"/></x:xf></x:cellXfs>',
    );
  });
});
