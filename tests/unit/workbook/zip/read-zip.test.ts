import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inflateEntry } from '../../../../lib/workbook/zip/inflate-entry';
import { readZip } from '../../../../lib/workbook/zip/read-zip';
import { buildPackage, type PackageOptions, type Parts } from '../../../fixtures/build-package';
import { cpuTime } from '../../../fixtures/cpu-time';

const RECEIVED = new Uint8Array(
  readFileSync(new URL('../../../fixtures/workbooks/received-2023.xlsx', import.meta.url)),
);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const refused = (parts: Parts, options?: PackageOptions) => {
  try {
    readZip(buildPackage(parts, options));
  } catch (error) {
    return (error as { code?: string }).code;
  }
  return 'accepted';
};

describe('reading the directory of a package', () => {
  it('lists every part of the received 2023 table with its size', async () => {
    const archive = readZip(RECEIVED);
    expect(archive.entries.map(({ name }) => name)).toContain('xl/worksheets/sheet1.xml');
    const sheet = await inflateEntry(archive, 'xl/worksheets/sheet1.xml');
    expect(sheet.length).toBe(25101);
  });

  it.each([
    ['stored entries', { stored: true }],
    ['signed data descriptors', { descriptor: 'signed' }],
    ['unsigned data descriptors', { descriptor: 'unsigned' }],
    ['stored entries with descriptors', { stored: true, descriptor: 'signed' }],
    ['a comment at the end', { comment: '由 WPS 生成 PK\x05\x06' }],
    ['bytes before the archive', { prefix: new Uint8Array(100).fill(80) }],
  ] as [string, PackageOptions][])('reads %s', async (_, options) => {
    const bytes = buildPackage({ 'a.xml': '<a/>', 'b/c.xml': '文字'.repeat(5000) }, options);
    if (options.prefix) bytes.set([0x50, 0x4b, 3, 4]);
    const archive = readZip(bytes);
    expect(text(await inflateEntry(archive, 'a.xml'))).toBe('<a/>');
    expect(text(await inflateEntry(archive, 'B\\C.xml'))).toBe('文字'.repeat(5000));
  });

  it('finds parts whose names have backslashes or another case, and ignores directory entries', async () => {
    const archive = readZip(
      buildPackage(
        { 'xl\\WorkBook.xml': 'w' },
        {
          more: [
            ['xl/', ''],
            ['xl/', ''],
          ],
        },
      ),
    );
    expect(text(await inflateEntry(archive, 'xl/workbook.xml'))).toBe('w');
  });

  it('reads a name that is GBK without the UTF-8 flag', () => {
    const archive = readZip(
      buildPackage({ 'x.xml': 'x' }, { entries: { 'x.xml': { nameBytes: new Uint8Array([0xb1, 0xed, 0x2e, 0x78]) } } }),
    );
    expect(archive.entries[0]!.name).toBe('表.x');
  });

  it.each([
    ['a name that leaves the package', { '../evil.xml': 'x' }, undefined, 'unsafe-part-name'],
    ['a name that leaves it by backslashes', { 'xl\\..\\..\\evil': 'x' }, undefined, 'unsafe-part-name'],
    ['an absolute name', { '/etc/passwd': 'x' }, undefined, 'unsafe-part-name'],
    ['a drive letter', { 'C:\\x.xml': 'x' }, undefined, 'unsafe-part-name'],
    ['a name of 300 letters', { ['x'.repeat(300)]: 'x' }, undefined, 'name-too-long'],
    ['a prototype name', { 'xl/__proto__/a.xml': 'x' }, undefined, 'reserved-name'],
    ['two entries of one name', { 'a.xml': 'x' }, { more: [['A.xml', 'y']] }, 'duplicate-part'],
    ['an encrypted entry', { 'a.xml': 'x' }, { entries: { 'a.xml': { flags: 1 } } }, 'encrypted'],
    ['a part of 300 MB', { 'a.xml': 'x' }, { entries: { 'a.xml': { declaredSize: 300 << 20 } } }, 'part-too-large'],
    [
      'a part of 1,000:1',
      { 'a.xml': 'x'.repeat(99) },
      { entries: { 'a.xml': { declaredSize: 40 << 20 } } },
      'zip-bomb',
    ],
    [
      'two entries that share their bytes',
      { 'a.xml': 'x' },
      { more: [['b.xml', 'x', { sameDataAs: 0 }]] },
      'zip-overlap',
    ],
    ['data beyond the end', { 'a.xml': 'x' }, { entries: { 'a.xml': { declaredCompressedSize: 9999 } } }, 'truncated'],
    ['a count that the directory does not have', { 'a.xml': 'x' }, { declaredCount: 7 }, 'truncated'],
    [
      '2,001 entries',
      Object.fromEntries(Array.from({ length: 2001 }, (_, i) => [`${i}.xml`, ''])),
      undefined,
      'too-many-entries',
    ],
  ] as [string, Parts, PackageOptions | undefined, string][])('refuses %s', (_, parts, options, code) => {
    expect(refused(parts, options)).toBe(code);
  });

  it('refuses parts that together pass the total, by the directory alone', () => {
    const parts = Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.xml`, 'x']));
    const entries = Object.fromEntries(Object.keys(parts).map(name => [name, { declaredSize: 31 << 20 }]));
    expect(refused(parts, { entries })).toBe('zip-bomb');
  });

  it('tells a package whose end is missing from a file that never was one', () => {
    expect(() => readZip(RECEIVED.subarray(0, 5000))).toThrow('truncated');
    expect(() => readZip(new TextEncoder().encode('序号,项目'))).toThrow('not-a-zip');
    expect(() => readZip(new Uint8Array(0))).toThrow('not-a-zip');
  });

  it('ends with an error, never a hang or a crash, wherever the file is cut', () => {
    for (let length = 0; length < RECEIVED.length; length += 97) {
      expect(() => readZip(RECEIVED.slice(0, length))).toThrow(/truncated|not-a-zip/);
    }
  });
});

describe('inflating a part', () => {
  const large = Array.from({ length: 60_000 }, (_, i) => `<c r="A${i}"><v>${(i * 7919) % 10007}</v></c>`).join('');

  it('gives large parts through the native stream as it gives small ones', async () => {
    const archive = readZip(buildPackage({ 'large.xml': large }));
    expect(text(await inflateEntry(archive, 'large.xml'))).toBe(large);
  });

  it.each([
    ['a small part', 'small'.repeat(100)],
    ['a large part', large],
  ])('refuses a wrong CRC, a size too small and a size too large in %s', async (_, content) => {
    for (const lie of [{ crc: 1 }, { declaredSize: content.length - 1 }, { declaredSize: content.length + 1 }]) {
      const archive = readZip(buildPackage({ 'a.xml': content }, { entries: { 'a.xml': lie } }));
      await expect(inflateEntry(archive, 'a.xml')).rejects.toThrow('damaged-part');
    }
  });

  it('refuses damaged data, an unknown method and a part that is not there', async () => {
    const damaged = buildPackage(
      { 'a.xml': 'x' },
      { entries: { 'a.xml': { compressed: new Uint8Array([255, 255, 3]) } } },
    );
    await expect(inflateEntry(readZip(damaged), 'a.xml')).rejects.toThrow('damaged-part');
    const odd = buildPackage({ 'a.xml': 'x' }, { entries: { 'a.xml': { method: 93 } } });
    await expect(inflateEntry(readZip(odd), 'a.xml')).rejects.toThrow('unsupported-compression');
    await expect(inflateEntry(readZip(odd), 'b.xml')).rejects.toThrow('missing-part');
  });

  it('stops at the declared size of a part that would inflate to 200 MB', async () => {
    const bomb = 'A'.repeat(200 << 20);
    const bytes = buildPackage({ 'a.xml': bomb }, { entries: { 'a.xml': { declaredSize: 1000 } } });
    const before = process.memoryUsage().rss;
    const spent = await cpuTime(() => expect(inflateEntry(readZip(bytes), 'a.xml')).rejects.toThrow('damaged-part'));
    expect(spent).toBeLessThan(1000);
    expect(process.memoryUsage().rss - before).toBeLessThan(100 << 20);
  });
});
