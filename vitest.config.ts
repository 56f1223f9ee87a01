import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const core = ['otp', 'qr', 'vault', 'backup', 'strength', 'app', 'messages'];

// A busy machine is slow, not wrong: a test ends by its result.
const testTimeout = 60_000;

const inBrowsers = {
  environment: 'node',
  // The specs of a worker share its browsers.
  isolate: false,
  globalSetup: 'tests/support/e2e/browsers-of-run.ts',
  // Half of a spec is waiting, so three fit on two cores; four took longer than two.
  maxWorkers: 3,
  testTimeout: 120_000,
  hookTimeout: 120_000,
} as const;

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          // Pure rooms keep no state between files, and loading them anew for each takes longer than testing them.
          isolate: false,
          environment: 'node',
          testTimeout,
          include: [
            ...core.map((room) => `tests/unit/${room}/**/*.test.ts`),
            'tests/unit/{project,popup,from-phone,keys,copies,manager}/**/*.test.ts',
          ],
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'dom',
          // A document for each file at less than half of what a process for each takes.
          pool: 'vmThreads',
          environment: 'happy-dom',
          testTimeout,
          include: ['tests/unit/{page,browser}/**/*.test.ts', 'tests/unit/components/**/*.test.tsx'],
        },
      },
      {
        test: {
          name: 'portal',
          environment: 'node',
          isolate: false,
          testTimeout,
          include: ['tests/unit/portal/**/*.test.ts'],
        },
      },
      {
        test: {
          name: 'fuzz',
          environment: 'node',
          testTimeout,
          include: ['tests/fuzz/**/*.test.ts'],
        },
      },
      // What was built, not what was written: npm run build comes first.
      { test: { name: 'output', environment: 'node', testTimeout, include: ['tests/output/**/*.test.ts'] } },
      {
        test: {
          name: 'torture',
          environment: 'node',
          include: ['tests/torture/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      { test: { name: 'e2e', ...inBrowsers, include: ['tests/e2e/*.spec.ts'] } },
      { test: { name: 'long', ...inBrowsers, include: ['tests/e2e/long/*.spec.ts'] } },
    ],
  },
});
