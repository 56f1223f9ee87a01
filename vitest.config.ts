import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

const core = ['otp', 'qr', 'vault', 'backup', 'app', 'messages'];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'core',
          environment: 'node',
          include: [
            ...core.map((room) => `tests/unit/${room}/**/*.test.ts`),
            'tests/unit/{project,popup}/**/*.test.ts',
          ],
        },
      },
      {
        plugins: [preact()],
        test: {
          name: 'dom',
          environment: 'happy-dom',
          include: ['tests/unit/page/**/*.test.ts', 'tests/unit/components/**/*.test.tsx'],
        },
      },
      { test: { name: 'portal', environment: 'node', include: ['tests/unit/portal/**/*.test.ts'] } },
      {
        test: {
          name: 'e2e',
          environment: 'node',
          include: ['tests/e2e/**/*.spec.ts'],
          // Most of a spec is waiting; two browsers at once fit on two cores.
          maxWorkers: 2,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
