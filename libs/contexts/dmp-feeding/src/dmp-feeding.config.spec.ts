import { readConfig } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { dmpFeedingConfig } from './dmp-feeding.config.js';

describe('dmpFeedingConfig', () => {
  it('starts with no environment at all, at the sandbox', () => {
    expect(readConfig(dmpFeedingConfig, {})).toEqual({
      repositoryUrl: 'https://127.0.0.1:3443/si-dmp-server/v2/services/repository',
      registryUrl: 'https://127.0.0.1:3443/si-dmp-server/v2/services/registry',
      patientsUrl: 'https://127.0.0.1:3443/si-dmp-server/v2/services/patients',
      preflight: 'td02',
      processingCode: 'P',
      software: { name: 'Segur', version: '0.1.0', homologation: 'NON-HOMOLOGUE' },
      vihf: { version: '3.0', modeAttribute: 'Authentification_Mode' },
      lotDigest: 'sha1',
      callTimeoutMs: 60_000,
      connections: 8,
      concurrency: 8,
      sealRequired: false,
      insAuthorities: ['8', '9', '10', '11'].map((last) => `1.2.250.1.213.1.4.${last}`),
    });
  });

  it.each`
    what                             | env                                                                  | authorities
    ${'no INS of tests'}             | ${{ APP_PROFILE: 'production' }}                                     | ${['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.9']}
    ${'what the installation lists'} | ${{ APP_PROFILE: 'production', DMP_INS_AUTHORITIES: '1.2.3,1.2.4' }} | ${['1.2.3', '1.2.4']}
  `('sends $what in production', ({ env, authorities }: { env: Record<string, string>; authorities: string[] }) => {
    expect(readConfig(dmpFeedingConfig, env).insAuthorities).toEqual(authorities);
  });

  it('demands a seal in production', () => {
    expect(readConfig(dmpFeedingConfig, { APP_PROFILE: 'production' }).sealRequired).toBe(true);
  });

  it('names every bad variable, and no value', () => {
    const read = () => readConfig(dmpFeedingConfig, { DMP_BASE_URL: 's3cret', DMP_CALL_TIMEOUT_SECONDS: '-1' });

    expect(read).toThrow(InvalidConfiguration);
    expect(read).toThrow(/DMP_BASE_URL[\s\S]*DMP_CALL_TIMEOUT_SECONDS/);
    expect(read).not.toThrow(/s3cret/);
  });
});
