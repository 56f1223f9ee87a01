// What `npm run mutation` changes and how; docs/mutation.md says what came of it.
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutation/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner'],
  coverageAnalysis: 'perTest',
  mutate: ['lib/otp/**/*.ts', 'lib/vault/**/*.ts', 'lib/messages/**/*.ts', 'lib/app/authorise-fill.ts'],
  // The copy that is changed holds what these tests read, and no tsconfig.json: Stryker would read one through an API
  // that TypeScript 7 does not have.
  ignorePatterns: [
    '**',
    '!lib/**',
    '!tests/unit/**',
    '!tests/support/**',
    '!tests/fixtures/{otp,vault}/**',
    '!tests/mutation/**',
    '!package.json',
  ],
  concurrency: 2,
  // A busy machine is slow, and a mutant that is only slow is not killed; loops without end are noticed by their hits.
  timeoutMS: 30_000,
  // For `-- --incremental`, which believes its last results of what is computed once, at loading: no figures from it.
  incrementalFile: '.output/mutation/incremental.json',
  tempDirName: '.output/mutation/copies',
  reporters: ['clear-text', 'progress-append-only', 'json', 'html'],
  clearTextReporter: { reportTests: false, allowColor: false },
  jsonReporter: { fileName: '.output/mutation/report.json' },
  htmlReporter: { fileName: '.output/mutation/report.html' },
  // figures.ts judges each room by itself.
  thresholds: { high: 95, low: 90, break: null },
};
