/** Tests run what `tsc` built, as the program does. */
export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/dist/test'],
  testMatch: ['**/*.test.js'],
  transform: {},
  // No measure of anything: what hangs ends some time.
  testTimeout: 300_000,
  // By default jest leaves one core idle, which on two is half of them.
  maxWorkers: '100%',
  setupFiles: ['<rootDir>/dist/test/harness/seed.js'],
  globalSetup: '<rootDir>/dist/test/harness/globalSetup.js',
  globalTeardown: '<rootDir>/dist/test/harness/globalTeardown.js',
};
