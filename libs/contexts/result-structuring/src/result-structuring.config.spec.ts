import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { resultStructuringConfig } from './result-structuring.config.js';

const read = (env: NodeJS.ProcessEnv) => readConfig(resultStructuringConfig, env);

describe('resultStructuringConfig', () => {
  it('starts with no environment at all, and listens to this machine alone', () => {
    expect(read({})).toEqual({
      mllp: { host: '127.0.0.1', port: 2575, idleMs: 600_000, maxConnections: 200 },
      maxMessageBytes: 52_428_800,
      printing: { insDatamatrix: false },
      acknowledgements: { answerMs: 30_000, firstMs: 10_000, giveUpMs: 86_400_000, concurrency: 16 },
    });
  });

  it('knows no TLS without the authorities of clients', () => {
    expect(() => read({ MLLP_TLS_PKCS12_FILE: 'server.p12' })).toThrow(InvalidConfiguration);
    expect(() => read({ MLLP_TLS_PKCS12_FILE: 'server.p12' })).toThrow(/MLLP_TLS_CA_FILE/);
  });
});
