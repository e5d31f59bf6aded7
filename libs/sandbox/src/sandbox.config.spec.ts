import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { sandboxConfig } from './sandbox.config.js';

describe('sandboxConfig', () => {
  it('starts with no environment at all, on this machine only', () => {
    expect(readConfig(sandboxConfig, {})).toMatchObject({
      profile: 'embedded',
      dmp: { host: '127.0.0.1', port: 3443, strictness: ['vihf', 'signature'], capacity: 10_000, sameDocumentInNewSet: 'refuse' },
      mail: { host: '127.0.0.1', port: 2525, domains: ['*.mssante.fr'], maxMessageBytes: 26_214_400 },
    });
  });

  it('reads lists', () => {
    const { dmp, mail } = readConfig(sandboxConfig, {
      SANDBOX_DMP_STRICTNESS: ' vihf ,',
      SANDBOX_MAIL_DOMAINS: 'a.fr,*.b.fr',
    });

    expect(dmp.strictness).toEqual(['vihf']);
    expect(mail.domains).toEqual(['a.fr', '*.b.fr']);
  });

  it('names every bad variable, and no value', () => {
    const read = () => readConfig(sandboxConfig, { SANDBOX_DMP_PORT: '70000', SANDBOX_DMP_STRICTNESS: 's3cret' });

    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(/SANDBOX_DMP_PORT[\s\S]*SANDBOX_DMP_STRICTNESS/);
    expect(read).not.toThrow(/s3cret/);
  });
});
