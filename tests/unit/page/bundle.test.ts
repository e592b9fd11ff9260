import path from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';

it('the recogniser bundles alone, under 20 kB, without a schema library', async () => {
  const { outputFiles, metafile } = await build({
    entryPoints: [path.resolve(import.meta.dirname, '../../../lib/page/recognise-fields.ts')],
    bundle: true,
    minify: true,
    write: false,
    metafile: true,
    format: 'esm',
    // As it ships: wxt.config.ts keeps ?. in scripts on pages.
    target: 'chrome91',
  });
  expect(outputFiles[0]!.contents.length).toBeLessThan(20_000);
  expect(Object.keys(metafile.inputs).filter(file => file.includes('node_modules'))).toEqual([]);
});
