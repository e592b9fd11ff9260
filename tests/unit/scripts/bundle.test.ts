import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleOf } from '../../../scripts/bundle.mjs';

describe('the bundle of a script', () => {
  let folder: string;
  const at = (name: string) => path.join(folder, name);
  const says = (file: string) => execFileSync(process.execPath, [file], { encoding: 'utf8' }).trim();
  const bundle = () => bundleOf(at('main.ts'), at('cache'));

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'pingan-bundle-'));
    writeFileSync(at('main.ts'), "import { word } from './word';\nconsole.log(word);\n");
    writeFileSync(at('word.ts'), "export const word: string = 'one';\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is kept until a source changes, and made again when it was thrown away', async () => {
    const first = await bundle();
    expect(says(first)).toBe('one');
    expect(await bundle()).toBe(first);
    writeFileSync(at('word.ts'), "export const word: string = 'another';\n");
    const second = await bundle();
    expect(says(second)).toBe('another');
    rmSync(second);
    expect(says(await bundle())).toBe('another');
    expect(readdirSync(at('cache')).filter(name => name.endsWith('.tmp'))).toEqual([]);
  });

  it('survives a damaged list', async () => {
    writeFileSync(at('cache/main.ts.json'), '{"entry":');
    expect(says(await bundle())).toBe('another');
  });
});
