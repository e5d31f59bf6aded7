import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { documentStoreConfig } from './document-store.config.js';

describe('documentStoreConfig', () => {
  it('starts with no environment at all', () => {
    expect(readConfig(documentStoreConfig, {})).toEqual({
      keysFile: undefined,
      maxBytes: 50 * 1024 * 1024,
      recentBytes: 32 * 1024 * 1024,
    });
  });

  it('refuses a limit that is none', () => {
    expect(() => readConfig(documentStoreConfig, { DOCUMENT_STORE_MAX_MEBIBYTES: '-1' })).toThrow(InvalidConfiguration);
  });
});
