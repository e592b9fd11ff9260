import { describe, expect, it } from 'vitest';
import { fillValues } from '../../../lib/tasks/fill-values';
import { buildPackage, workbookParts } from '../../fixtures/build-package';

const ROWS = '<sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>';

describe('filling by cells and fields', () => {
  it('takes the first sheet that has cells where none is named and no table is found', async () => {
    const parts = workbookParts({
      sheets: [
        { name: '图', xml: '' },
        { name: '数', xml: ROWS },
      ],
    });
    const rels = 'xl/_rels/workbook.xml.rels';
    parts[rels] = String(parts[rels]).replace('relationships/worksheet"', 'relationships/chartsheet"');
    const { written } = await fillValues(buildPackage(parts), { cells: [{ cell: 'A1', value: 2 }], fields: [] });
    expect(written).toEqual([{ sheet: '数', cell: 'A1', before: 1, after: 2 }]);
  });
});
