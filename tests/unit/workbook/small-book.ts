import { inflateRawSync } from 'node:zlib';
import { read, type WorkBook } from 'xlsx';
import { readZip } from '../../../lib/workbook/zip/read-zip';
import { buildPackage, type PackageOptions, type WorkbookInput, workbookParts } from '../../fixtures/build-package';

/** A workbook of one sheet "Sheet1" with this inside <worksheet>. */
export function bookWith(xml: string, rest: Partial<WorkbookInput> = {}, options: PackageOptions = {}): Uint8Array {
  return buildPackage(workbookParts({ ...rest, sheets: [{ name: 'Sheet1', xml }, ...(rest.sheets ?? [])] }), options);
}

/** A part's text, inflated by node itself and not by the code under test. */
export function partText(bytes: Uint8Array, name: string): string {
  return Buffer.from(partBytes(bytes, name)).toString('utf8');
}

export function partBytes(bytes: Uint8Array, name: string): Uint8Array {
  const entry = readZip(bytes).entries.find(candidate => candidate.partName === name);
  if (!entry) throw new Error(`no part ${name}`);
  const data = bytes.subarray(entry.dataOffset, entry.dataOffset + entry.compressedSize);
  return entry.method === 0 ? data : new Uint8Array(inflateRawSync(data));
}

/** What stands inside <worksheet>, for comparing as a whole. */
export function sheetXml(bytes: Uint8Array, number = 1): string {
  const text = partText(bytes, `xl/worksheets/sheet${number}.xml`);
  return text.slice(text.indexOf('>', text.indexOf('worksheet')) + 1, text.lastIndexOf('</'));
}

/** The second reader. */
export function readBack(bytes: Uint8Array): WorkBook {
  return read(bytes, { cellStyles: false, cellFormula: true, cellNF: true });
}

export function valueAt(bytes: Uint8Array, cell: string, sheet = 'Sheet1'): unknown {
  return readBack(bytes).Sheets[sheet]?.[cell]?.v;
}

/** Names of the parts whose stored bytes differ. */
export function changedParts(before: Uint8Array, after: Uint8Array): string[] {
  const stored = (bytes: Uint8Array) =>
    new Map(
      readZip(bytes).entries.map(entry => [
        entry.partName,
        Buffer.from(bytes.subarray(entry.localHeaderOffset, entry.endOffset)).toString('base64'),
      ]),
    );
  const [old, now] = [stored(before), stored(after)];
  return [...new Set([...old.keys(), ...now.keys()])].filter(name => old.get(name) !== now.get(name)).sort();
}
