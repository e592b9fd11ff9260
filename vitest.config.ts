import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    // By itself vitest leaves one core idle, which of two is half the machine.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}', 'tests/contract/**/*.test.ts', 'tests/*.test.ts'],
          // Of a busy machine, as below.
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          // After the rest, one browser at a time: two at once wait for each other on two cores.
          fileParallelism: false,
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
