import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { setPriority, tmpdir } from 'node:os';
import path from 'node:path';
import * as z from 'zod';
import { buildExtension } from './browser/build-extension';
import { AppPaths } from './browser/paths';
import { CHINESE_FONTS, CHROMIUM, LIBREOFFICE, POPPLER, setupSystem, WEBDAV_SERVERS } from './setup-system';

/** Everything `npm test` promises: set up, types, lint, both builds, every test; ends with "N passed, N failed". */
const missing = setupSystem([CHROMIUM, LIBREOFFICE, CHINESE_FONTS, POPPLER, ...WEBDAV_SERVERS]);
if (missing.length > 0) process.exit(1);

const [types, lint] = [
  program('typescript/bin/tsc', ['--noEmit']),
  program('@biomejs/biome/bin/biome', ['check', '.']),
];
await stage('build (chrome)', buildExtension('chrome'));
await stage('build (firefox)', buildExtension('firefox'));
await stage('types', types.then(shown));
await stage('lint', lint.then(shown));

console.log('— tests: browsers one after the other, unit and contract tests in what they leave of the machine');
const folder = mkdtempSync(path.join(tmpdir(), 'pingan-test-'));
const [browsers, rest] = await Promise.all([
  // Seen as they go: they take the longest.
  tests('e2e', { shows: true }),
  // Behind the browsers, which wait for nobody: what a browser test leaves idle is most of a core.
  tests('unit*', { priority: 5 }),
]);
rmSync(folder, { recursive: true });
console.log(rest.output);
console.log(`${browsers.passed + rest.passed} passed, ${browsers.failed + rest.failed} failed`);
process.exitCode = browsers.ok && rest.ok ? 0 : 1;

interface Ended {
  ok: boolean;
  output: string;
}

/** Runs a program of an npm package; its output is kept unless it is to be shown as it comes. */
function program(file: string, args: string[], { shows = false, priority = 0 } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(AppPaths.root, 'node_modules', file), ...args], {
      cwd: AppPaths.root,
      stdio: shows ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    if (priority > 0 && child.pid !== undefined) setPriority(child.pid, priority);
    let output = '';
    const keep = (text: string) => {
      output += text;
    };
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
    child.once('error', reject);
    child.once('close', status => resolve({ ok: status === 0, output }));
  });
}

async function tests(project: string, how: { shows?: boolean; priority?: number }) {
  const report = path.join(folder, `${project.replace('*', '')}.json`);
  const args = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const ended = await program('vitest/vitest.mjs', args, how);
  const { numPassedTests: passed, numFailedTests: failed } = z
    .object({ numPassedTests: z.number(), numFailedTests: z.number() })
    .parse(JSON.parse(readFileSync(report, 'utf8')));
  return { ...ended, passed, failed };
}

/** What a stage that is to pass has said, for the one who has to mend it. */
function shown({ ok, output }: Ended): void {
  if (!ok) throw new Error(output);
}

async function stage(name: string, work: Promise<void>): Promise<void> {
  console.log(`— ${name}`);
  try {
    await work;
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${name} 未通过 · failed`);
    process.exit(1);
  }
}
