import { configDefaults, defineConfig } from 'vitest/config';
import { leftOut, leftOutReporter } from './__tests__/support/left-out.mjs';

// Where the numbers go that .ci/run adds up.
const results = process.env.TEST_RESULTS;
const jsonReport: ['json', { outputFile: string }][] = results ? [['json', { outputFile: results }]] : [];

/** A ring of tests: a folder of `__tests__`. Run one alone with `npx vitest run --project <name>`. */
function ring(name: string, more: { globalSetup?: string[]; testTimeout?: number; hookTimeout?: number } = {}) {
  return { extends: true as const, test: { name, include: [`__tests__/${name}/**/*.test.ts`], ...more } };
}

// What a test file needs is in its name: `*.posix.test.ts`, `*.linux.test.ts`.
const leftOutReport = leftOutReporter(process.platform);

// Fills the cache that the tests copy.
const globalSetup = ['__tests__/support/global-setup.mjs'];

export default defineConfig({
  test: {
    exclude: [...configDefaults.exclude, ...leftOut(process.platform)],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Most of the time goes by in other processes.
    maxWorkers: '100%',
    projects: [
      ring('unit'),
      ring('scenario', { globalSetup }),
      ring('faults', { globalSetup }),
      ring('memory', { testTimeout: 180_000, hookTimeout: 300_000 }),
      ring('linux', { globalSetup }),
      ring('pips', { globalSetup: ['__tests__/pips/setup.mjs'], testTimeout: 300_000 }),
      ring('e2e', { globalSetup: ['__tests__/e2e/setup.mjs'], testTimeout: 180_000 }),
      ring('fuzz', { globalSetup: ['__tests__/fuzz/setup.mjs'], testTimeout: 900_000 }),
      ring('soak', { globalSetup, testTimeout: 900_000 }),
    ],
    reporters: ['default', leftOutReport, ...jsonReport],
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text', 'text-summary'],
      thresholds: { branches: 95, functions: 95, lines: 95, statements: 95 },
    },
  },
});
