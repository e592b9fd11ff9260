import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongFilesFirst } from './tests/long-files-first.ts';

/** Tests that change what others see: the page's world, the clock, modules, globals, the environment. */
const CHANGES_THE_WORLD = /@vitest-environment|vi\.(?:mock|stub|useFakeTimers|resetModules)|process\.env\.\w+ =/;
const unit = testsIn('').concat(['unit', 'contract'].flatMap(folder => testsIn(folder, true)));
const apart = unit.filter(file => CHANGES_THE_WORLD.test(readFileSync(path.join(import.meta.dirname, file), 'utf8')));

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which of two is half the machine.
    maxWorkers: '100%',
    sequence: { sequencer: LongFilesFirst },
    projects: [
      {
        test: {
          name: 'unit',
          include: unit,
          exclude: apart,
          // One process a core for all of them: loading zod, xlsx and our own modules anew for each file is half of the time.
          isolate: false,
          // Of a busy machine, as below.
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'unit-apart',
          include: apart,
          testTimeout: 240_000,
          hookTimeout: 240_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // After the rest, one browser at a time: two at once wait for each other on two cores.
          sequence: { groupOrder: 1 },
          fileParallelism: false,
          // Playwright, zod and xlsx are loaded once, not for each file.
          isolate: false,
          include: ['tests/e2e/**/*.test.ts'],
          // A busy machine is no failure: what works returns at once, and waits at most this long.
          testTimeout: 240_000,
          hookTimeout: 240_000,
          expect: { poll: { timeout: 60_000 } },
          // Real browsers and servers on a machine of others: once more in CI before a run is lost. On one's own machine a flake shows.
          retry: process.env.CI ? 1 : 0,
        },
      },
    ],
  },
});

function testsIn(folder: string, recursive = false): string[] {
  const names = readdirSync(path.join(import.meta.dirname, 'tests', folder), { recursive, encoding: 'utf8' });
  return names
    .filter(name => /\.test\.tsx?$/.test(name))
    .map(name => path.posix.join('tests', folder, ...name.split(path.sep)));
}
