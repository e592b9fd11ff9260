import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { buildExtension } from './browser/build-extension';
import { AppPaths } from './browser/paths';
import { CHINESE_FONTS, CHROMIUM, LIBREOFFICE, POPPLER, setupSystem, WEBDAV_SERVERS } from './setup-system';

/** Everything `npm test` promises: set up, types, lint, both builds, every test; ends with "N passed, N failed". */
const missing = setupSystem([CHROMIUM, LIBREOFFICE, CHINESE_FONTS, POPPLER, ...WEBDAV_SERVERS]);
if (missing.length > 0) process.exit(1);

const stages: [string, () => boolean | Promise<boolean>][] = [
  ['types', () => node('typescript/bin/tsc', '--noEmit')],
  ['lint', () => node('@biomejs/biome/bin/biome', 'check', '.')],
  ['build (chrome)', () => built('chrome')],
  ['build (firefox)', () => built('firefox')],
];
for (const [name, stage] of stages) {
  console.log(`— ${name}`);
  if (!(await stage())) {
    console.error(`${name} 未通过 · failed`);
    process.exit(1);
  }
}

console.log('— tests');
const folder = mkdtempSync(path.join(tmpdir(), 'pingan-test-'));
const report = path.join(folder, 'report.json');
const passed = node('vitest/vitest.mjs', 'run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`);
const counts = z
  .object({ numPassedTests: z.number(), numFailedTests: z.number() })
  .parse(JSON.parse(readFileSync(report, 'utf8')));
rmSync(folder, { recursive: true });
console.log(`${counts.numPassedTests} passed, ${counts.numFailedTests} failed`);
process.exitCode = passed ? 0 : 1;

function node(program: string, ...args: string[]): boolean {
  const file = path.join(AppPaths.root, 'node_modules', program);
  return spawnSync(process.execPath, [file, ...args], { cwd: AppPaths.root, stdio: 'inherit' }).status === 0;
}

async function built(browser: 'chrome' | 'firefox'): Promise<boolean> {
  await buildExtension(browser);
  return true;
}
