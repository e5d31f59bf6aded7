// `npm run test:endurance`: what takes minutes by its nature. It is part of CI, and not of `npm test`.
const endurance = process.env.ENDURANCE === 'true';

/** @type {import('jest').Config} */
export default {
  roots: ['<rootDir>/libs', '<rootDir>/apps'],
  testMatch: endurance ? ['**/*.endurance.spec.ts'] : ['**/*.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/', ...(endurance ? [] : ['\\.endurance\\.spec\\.ts$'])],
  modulePathIgnorePatterns: ['/dist/'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true }] },
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  testEnvironmentOptions: { exportConditions: ['@segur/source', 'node', 'node-addons', 'import', 'default'] },
  testTimeout: 60_000,
  // No workerIdleMemoryLimit: the worker that started the run's Kafka broker must live as long as the run.
  // The default leaves one core idle, which is half of them where CI runs.
  maxWorkers: '100%',
  globalSetup: '<rootDir>/scripts/jest-global-setup.mjs',
  globalTeardown: '<rootDir>/scripts/jest-global-teardown.mjs',
  reporters: ['default', '<rootDir>/scripts/jest-summary-reporter.mjs'],
};
