import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    environment: 'node',
    // As in npm test; a mutant of what runs at loading is loaded anew all the same, as each run has a new worker.
    isolate: false,
    include: ['tests/unit/{otp,vault,messages}/**/*.test.ts', 'tests/unit/app/authorise-fill.test.ts'],
    // 100,000 random codes, thousands of vaults, full ones, passphrases at full cost: hundreds of mutants would each ask
    // for them again. The tests beside them say the same in few cases. kdf-bounds measures a time, which a busy machine
    // makes too long: it would notice changes that it does not know.
    exclude: [
      'tests/unit/otp/cross-check-*.test.ts',
      'tests/unit/vault/{any-content,content-many,derivation,envelope-bits,kdf-bounds}.test.ts',
    ],
    setupFiles: ['tests/mutation/same-cases.ts'],
    testTimeout: 60_000,
  },
});
