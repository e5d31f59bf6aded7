import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { mssanteSection, secureMessagingConfig } from './secure-messaging.config.js';

describe('secureMessagingConfig', () => {
  it('starts with no environment at all', () => {
    expect(readConfig(secureMessagingConfig, {})).toEqual({
      smtp: { host: '127.0.0.1', port: 2525, security: 'starttls' },
      timeoutMs: 120_000,
      connections: 4,
      concurrency: 8,
    });
  });

  it('never sends in clear, and names every bad variable without its value', () => {
    const read = () => readConfig(secureMessagingConfig, { MSSANTE_SECURITY: 'none', MSSANTE_SMTP_PORT: 's3cret' });

    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(/MSSANTE_SMTP_PORT[\s\S]*MSSANTE_SECURITY/);
    expect(read).not.toThrow(/s3cret/);
  });
});

describe('mssanteSection', () => {
  const section = {
    mailbox: 'resultats@labo.mssante.fr',
    displayName: 'LABO',
    replyTo: 'secretariat@labo.mssante.fr',
    laboratoryName: 'LABO',
    sourceOid: '2.999.1',
    certificateFile: 'a.p12',
    passphraseFile: 'a.pass',
    caFile: 'ca.pem',
  };

  it('asks for what has no safe default', () => {
    expect(mssanteSection.parse(section)).toEqual({ ...section, closesPatientExchange: true, address: '', phone: '', smtp: {} });
  });

  it.each([
    { mailbox: 'not an address' },
    { sourceOid: '2.999.01' },
    { smtp: { security: 'none' } },
    { maibox: 'x' },
    { caFile: '' },
  ])('refuses %j', (change) => {
    expect(mssanteSection.safeParse({ ...section, ...change }).success).toBe(false);
  });
});
