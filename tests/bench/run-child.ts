import { spawn } from 'node:child_process';
import type { BenchFile } from './bench-files';
import type { Failure, Measurement, Task } from './measurement';

const TIME_LIMIT_MS = 120_000;

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
