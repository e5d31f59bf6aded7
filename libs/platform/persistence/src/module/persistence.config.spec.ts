import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { persistenceConfig } from './persistence.config.js';

describe('persistenceConfig', () => {
  it('starts with no environment at all, on the embedded PostgreSQL', () => {
    expect(readConfig(persistenceConfig, {})).toEqual({
      databaseUrl: undefined,
      ownerDatabaseUrl: undefined,
      poolSize: 5,
      migrateAtStart: true,
      relayStuckAfterMs: 60_000,
      retention: { publishedMs: 600_000, handledMs: 2_592_000_000, attemptsMs: 2_592_000_000 },
    });
  });

  it('names every bad variable, and no value', () => {
    const read = () => readConfig(persistenceConfig, { DATABASE_URL: 's3cret', DATABASE_POOL_SIZE: '0' });

    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(/DATABASE_URL[\s\S]*DATABASE_POOL_SIZE/);
    expect(read).not.toThrow(/s3cret/);
  });
});
