import { describe, expect, it } from 'vitest';
import { readRelationships } from '../../../../lib/workbook/package/relationships';
import { readZip } from '../../../../lib/workbook/zip/read-zip';
import { buildPackage } from '../../../fixtures/build-package';

const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const rels = (items: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items}</Relationships>`;
const read = (target: string, part = 'xl/worksheets/sheet1.xml') => {
  const item = `<Relationship Id="r1" Type="${TYPE}/drawing" Target="${target}"/>`;
  const name = part === '' ? '_rels/.rels' : 'xl/worksheets/_rels/sheet1.xml.rels';
  return readRelationships(readZip(buildPackage({ [name]: rels(item) })), part);
};

describe('relationships', () => {
  it.each([
    ['../drawings/drawing1.xml', 'xl/drawings/drawing1.xml'],
    ['/xl/drawings/drawing1.xml', 'xl/drawings/drawing1.xml'],
    ['..\\drawings\\drawing1.xml', 'xl/drawings/drawing1.xml'],
    ['./x.xml', 'xl/worksheets/x.xml'],
    ['../../../../etc/passwd', 'etc/passwd'],
  ])('lead from %s to the part %s, never out of the package', async (target, part) => {
    expect(await read(target)).toEqual([{ id: 'r1', kind: 'drawing', target: part, external: false }]);
  });

  it('of the package itself start at its root', async () => {
    expect((await read('xl/workbook.xml', ''))[0]!.target).toBe('xl/workbook.xml');
  });

  it('to other files are listed as written', async () => {
    const item = `<Relationship Id="r1" Type="${TYPE}/externalLinkPath" Target="file:///C:/预算.xlsx" TargetMode="External"/>`;
    const archive = readZip(buildPackage({ 'xl/_rels/a.xml.rels': rels(item) }));
    expect(await readRelationships(archive, 'xl/a.xml')).toEqual([
      { id: 'r1', kind: 'externalLinkPath', target: 'file:///C:/预算.xlsx', external: true },
    ]);
  });

  it('are none where the part has none', async () => {
    expect(await readRelationships(readZip(buildPackage({ 'a.xml': '' })), 'a.xml')).toEqual([]);
  });
});
