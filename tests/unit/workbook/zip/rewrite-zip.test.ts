import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inflateEntry } from '../../../../lib/workbook/zip/inflate-entry';
import { readZip } from '../../../../lib/workbook/zip/read-zip';
import { rewriteZip } from '../../../../lib/workbook/zip/rewrite-zip';
import type { ZipArchive, ZipEntry } from '../../../../lib/workbook/zip/zip-archive';
import { buildPackage } from '../../../fixtures/build-package';

const encode = (text: string) => new TextEncoder().encode(text);
const read = async (archive: ZipArchive, name: string) => new TextDecoder().decode(await inflateEntry(archive, name));
const raw = ({ bytes }: ZipArchive, entry: ZipEntry) =>
  Buffer.from(bytes.subarray(entry.localHeaderOffset, entry.endOffset)).toString('hex');

const entryOptions = fc.record(
  {
    stored: fc.boolean(),
    descriptor: fc.constantFrom('signed' as const, 'unsigned' as const),
    comment: fc.string({ maxLength: 8 }),
    extra: fc.constant(new Uint8Array([0x55, 0x54, 1, 0, 7])),
  },
  { requiredKeys: [] },
);

describe('rewriting a package', () => {
  it('copies every entry that is not named byte for byte, whatever the package is like', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), fc.string({ maxLength: 400 }), entryOptions), {
          selector: ([name]) => name,
          minLength: 2,
          maxLength: 8,
        }),
        fc.string({ maxLength: 2000 }),
        fc.string({ maxLength: 20 }),
        async (parts, replacement, comment) => {
          const before = readZip(
            buildPackage(Object.fromEntries(parts), {
              comment,
              entries: Object.fromEntries(parts.map(([name, , options]) => [name, options])),
            }),
          );
          const target = parts[0]![0];
          const after = readZip(await rewriteZip(before, new Map([[target, encode(replacement)]])));
          expect(after.entries.map(({ name }) => name)).toEqual(before.entries.map(({ name }) => name));
          expect(after.comment).toEqual(before.comment);
          for (const [index, entry] of after.entries.entries()) {
            const old = before.entries[index]!;
            if (entry.name === target) continue;
            expect(raw(after, entry)).toBe(raw(before, old));
            expect({ ...entry, localHeaderOffset: 0, dataOffset: 0, endOffset: 0, record: 0 }).toEqual({
              ...old,
              localHeaderOffset: 0,
              dataOffset: 0,
              endOffset: 0,
              record: 0,
            });
          }
          expect(await inflateEntry(after, target)).toEqual(encode(replacement));
        },
      ),
      { numRuns: 200 },
    );
  });

  it('gives the same bytes when nothing is changed', async () => {
    const bytes = buildPackage({ 'a.xml': 'a', 'b.xml': 'b' }, { descriptor: 'signed', comment: '注' });
    expect(await rewriteZip(readZip(bytes), new Map())).toEqual(bytes);
  });

  it('keeps a stored part stored and adds and removes parts', async () => {
    const before = readZip(
      buildPackage({ mimetype: 'x', 'calcChain.xml': 'c', 'b.xml': 'b' }, { entries: { mimetype: { stored: true } } }),
    );
    const bytes = await rewriteZip(before, new Map([['mimetype', encode('yy')]]), {
      added: new Map([['xl/新.xml', encode('n'.repeat(3000))]]),
      removed: new Set(['calcChain.xml']),
    });
    const after = readZip(bytes);
    expect(after.entries.map(({ name, method }) => [name, method])).toEqual([
      ['mimetype', 0],
      ['b.xml', 8],
      ['xl/新.xml', 8],
    ]);
    expect(await read(after, 'xl/新.xml')).toBe('n'.repeat(3000));
    expect(await rewriteZip(before, new Map(), {})).toEqual(before.bytes);
  });

  it('takes data that is compressed already, and large content', async () => {
    const before = readZip(buildPackage({ 'a.xml': 'a', 'b.xml': 'b' }));
    const large = 'abcdefgh'.repeat(400_000);
    const once = readZip(await rewriteZip(before, new Map([['a.xml', encode(large)]])));
    const entry = once.entries[0]!;
    const compressed = once.bytes.slice(entry.dataOffset, entry.dataOffset + entry.compressedSize);
    const twice = readZip(
      await rewriteZip(before, new Map([['b.xml', { compressed, crc: entry.crc, size: entry.size }]])),
    );
    expect(await read(twice, 'b.xml')).toBe(large);
  });

  it('writes what unzip accepts', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pingan-zip-'));
    try {
      const before = readZip(buildPackage({ 'a.xml': 'a', 'b.xml': 'b' }, { descriptor: 'signed' }));
      const file = path.join(folder, 'out.zip');
      writeFileSync(
        file,
        await rewriteZip(before, new Map([['a.xml', encode('changed')]]), { added: new Map([['c.xml', encode('c')]]) }),
      );
      const script =
        'import sys,zipfile; z=zipfile.ZipFile(sys.argv[1]); assert z.testzip() is None; print(z.read("a.xml").decode(), z.namelist())';
      expect(execFileSync('python3', ['-c', script, file], { encoding: 'utf8' }).trim()).toBe(
        "changed ['a.xml', 'b.xml', 'c.xml']",
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
