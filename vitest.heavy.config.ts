import { defineConfig } from 'vitest/config';
import { ownHome } from './test/setup/own-home.js';

/** Many processes at once, killed processes, long runs: one file at a time, so that each has the machine to itself. */
export default defineConfig({
  test: {
    name: 'heavy',
    env: ownHome(),
    include: ['test/heavy/**/*.test.ts'],
    globalSetup: ['test/setup/build-programs.ts'],
    fileParallelism: false,
    passWithNoTests: true,
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});
