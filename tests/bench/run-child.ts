import { spawn } from 'node:child_process';
import path from 'node:path';
import { build } from 'esbuild';
import type { BenchFile } from './bench-files';
import type { Failure, Measurement, Task } from './measurement';

const TIME_LIMIT_MS = 120_000;

/** run-one.ts as plain JavaScript, so that no compiler's time or memory is measured. Packages stay where they are. */
export async function buildRunner(folder: string): Promise<string> {
  const outdir = path.join(folder, 'runner');
  await build({
    entryPoints: [path.join(import.meta.dirname, 'run-one.ts')],
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    outExtension: { '.js': '.mjs' },
    logLevel: 'warning',
  });
  return path.join(outdir, 'run-one.mjs');
}

export function runChild(
  runner: string,
  job: { contender: string; task: Task | 'make'; file: BenchFile; indexFile: string },
): Promise<Measurement | Failure> {
  return new Promise(resolve => {
    const child = spawn(process.execPath, [runner, JSON.stringify(job)], { stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    let errors = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, TIME_LIMIT_MS);
    child.stdout.on('data', chunk => {
      output += chunk;
    });
    child.stderr.on('data', chunk => {
      errors += chunk;
    });
    child.on('close', code => {
      clearTimeout(timer);
      if (late) resolve({ failure: `> ${TIME_LIMIT_MS / 1000} s` });
      else if (code !== 0) resolve({ failure: `crashed: ${reasonOf(errors)}` });
      else resolve(JSON.parse(output) as Measurement);
    });
  });
}

function reasonOf(errors: string): string {
  const line = errors.split('\n').find(text => /^\w*Error|FATAL ERROR/.test(text)) ?? 'no message';
  return line.slice(0, 90);
}
