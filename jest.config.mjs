/** Tests run on the TypeScript sources; what needs worker threads or the command line runs the built `dist/`. */
export default {
  roots: ['<rootDir>/tests'],
  testMatch: ['**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { jsc: { target: 'es2022', parser: { syntax: 'typescript' } } }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  // One worker for each core: the default leaves one idle, which on two cores doubles the time.
  maxWorkers: '100%',
  testTimeout: 180_000,
  reporters: ['default', '<rootDir>/scripts/plain-reporter.mjs'],
};
