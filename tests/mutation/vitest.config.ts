import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    include: ['tests/unit/{otp,vault,messages}/**/*.test.ts', 'tests/unit/app/authorise-fill.test.ts'],
    // 100,000 random cases, which hundreds of mutants would each repeat; the vectors beside them say the same faster.
    exclude: ['tests/unit/otp/cross-check-*.test.ts'],
    setupFiles: ['tests/mutation/same-cases.ts'],
    testTimeout: 60_000,
  },
});
