import { readConfig } from '@segur/config';
import { httpSecurityConfig } from './http-security.config.js';

describe('httpSecurityConfig', () => {
  it('starts with no environment at all', () => {
    expect(readConfig(httpSecurityConfig, {})).toEqual({
      apiKeysTaken: true,
      browserSessionsTaken: true,
      oauth: undefined,
      tls: undefined,
    });
  });

  it.each`
    APP_PROFILE     | HTTP_API_KEYS | taken
    ${'embedded'}   | ${undefined}  | ${true}
    ${'production'} | ${undefined}  | ${false}
    ${'production'} | ${'always'}   | ${true}
    ${'embedded'}   | ${'never'}    | ${false}
  `('takes API keys in $APP_PROFILE with $HTTP_API_KEYS: $taken', ({ taken, ...env }) => {
    expect(readConfig(httpSecurityConfig, env as NodeJS.ProcessEnv).apiKeysTaken).toBe(taken);
  });

  it.each`
    APP_PROFILE     | HTTP_API_KEYS | taken
    ${'embedded'}   | ${undefined}  | ${true}
    ${'embedded'}   | ${'never'}    | ${false}
    ${'production'} | ${undefined}  | ${false}
    ${'production'} | ${'always'}   | ${false}
  `('takes sessions of browsers in $APP_PROFILE with $HTTP_API_KEYS: $taken', ({ taken, ...env }) => {
    expect(readConfig(httpSecurityConfig, env as NodeJS.ProcessEnv).browserSessionsTaken).toBe(taken);
  });

  it('gathers what concerns access tokens', () => {
    expect(readConfig(httpSecurityConfig, { OAUTH_ISSUER: 'https://sso.example' }).oauth).toEqual({
      issuer: 'https://sso.example',
      audience: 'segur-platform',
      jwksUrl: undefined,
      clockToleranceMs: 5000,
    });
  });
});
