import { defineConfig } from 'vitest/config';
import { ownHome } from './test/setup/own-home.js';

const env = ownHome();

export default defineConfig({
  test: {
    maxWorkers: 2,
    passWithNoTests: true,
    projects: [
      {
        test: {
          name: 'unit',
          env,
          // Nothing keeps state in a module, so that each is loaded once for all files of a worker.
          isolate: false,
          include: ['test/**/*.test.ts'],
          exclude: ['test/scenarios/**', 'test/heavy/**'],
          testTimeout: 20_000,
          hookTimeout: 20_000,
        },
      },
      {
        test: {
          name: 'scenarios',
          env,
          include: ['test/scenarios/**/*.test.ts'],
          globalSetup: ['test/setup/build-programs.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
