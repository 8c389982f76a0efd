import { defineConfig } from 'vitest/config';

// Where the numbers go that .ci/run adds up.
const results = process.env.TEST_RESULTS;

export default defineConfig({
  test: {
    include: ['__tests__/**/*.test.ts'],
    globalSetup: ['__tests__/support/global-setup.mjs'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    reporters: results ? ['default', ['json', { outputFile: results }]] : ['default'],
    coverage: {
      include: ['src/**/*.ts'],
      reporter: ['text', 'text-summary'],
      thresholds: { branches: 95, functions: 95, lines: 95, statements: 95 },
    },
  },
});
