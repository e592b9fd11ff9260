import path from 'node:path';
import { build } from 'esbuild';

/** A script of this folder as plain JavaScript, so that no compiler's time or memory is measured. Packages stay where they are. */
export async function bundle(script: string, folder: string): Promise<string> {
  const outdir = path.join(folder, 'runner', path.basename(script, '.ts'));
  await build({
    entryPoints: [path.join(import.meta.dirname, script)],
    outdir,
    entryNames: 'run',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  return path.join(outdir, 'run.mjs');
}
