import { createHash } from 'node:crypto';
import { LaboratoryRegistry } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { AccessRegistry } from './access-registry.js';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const fingerprint = 'AB:'.repeat(31) + 'CD';

const registry = (...access: object[]) =>
  new AccessRegistry(LaboratoryRegistry.of(access.map((section, index) => ({ tenantId: `75000000${index}`, access: section }))));

describe('AccessRegistry', () => {
  const access = registry(
    {
      apiKeys: [sha256('key-a')],
      oauthClients: ['sgl-a'],
      senders: [{ application: 'SGL', facility: 'LAB-A' }, { application: 'SGL' }],
    },
    { apiKeys: [sha256('key-b').toUpperCase()], certificates: [fingerprint], senders: [{ application: 'SGL', facility: 'LAB-B' }] },
    {},
  );

  it('finds the laboratory of each credential', () => {
    expect(access.findTenantByApiKey('key-a')).toBe('750000000');
    expect(access.findTenantByApiKey('key-b')).toBe('750000001');
    expect(access.findTenantByOAuthClient('sgl-a')).toBe('750000000');
    expect(access.findTenantByCertificate(fingerprint)).toBe('750000001');
    expect(access.findTenantByCertificate(fingerprint.replaceAll(':', '').toLowerCase())).toBe('750000001');
  });

  it.each`
    application | facility   | tenantId
    ${'SGL'}    | ${'LAB-A'} | ${'750000000'}
    ${'SGL'}    | ${'LAB-B'} | ${'750000001'}
    ${'SGL'}    | ${''}      | ${'750000000'}
    ${'SGL'}    | ${'LAB-C'} | ${undefined}
    ${'sgl'}    | ${'LAB-A'} | ${undefined}
    ${''}       | ${''}      | ${undefined}
  `('finds sender $application/$facility: $tenantId', ({ application, facility, tenantId }: Record<string, string>) => {
    expect(access.findTenantBySender(`${application}`, `${facility}`)).toBe(tenantId);
  });

  it('knows what the grant of a credential allows, and that others may decide everything', () => {
    const grants = [{ credential: fingerprint, name: 'Dr Exemple', scopes: ['mappings:validate'] }];
    const limited = registry({ certificates: [fingerprint], oauthClients: ['sgl-a'], grants });

    expect(limited.findGrant(fingerprint.toLowerCase())).toEqual({ name: 'Dr Exemple', scopes: ['mappings:validate'] });
    expect(limited.findGrant('sgl-a')).toBeUndefined();
  });

  it('refuses a grant to a credential that the laboratory does not list', () => {
    const grants = [{ credential: 'sgl-b', name: 'Dr Exemple', scopes: [] }];

    expect(() => registry({ oauthClients: ['sgl-a'], grants })).toThrow(InvalidConfiguration);
  });

  it('finds nothing for what it does not know, not even the digest of a key', () => {
    expect(access.findTenantByApiKey('')).toBeUndefined();
    expect(access.findTenantByApiKey(sha256('key-a'))).toBeUndefined();
    expect(access.findTenantByOAuthClient('')).toBeUndefined();
    expect(access.findTenantByCertificate('')).toBeUndefined();
  });

  it.each([
    ['API key', { apiKeys: [sha256('same')] }],
    ['OAuth client', { oauthClients: ['same'] }],
    ['client certificate', { certificates: [fingerprint] }],
    ['HL7 sender', { senders: [{ application: 'SGL', facility: 'X' }] }],
  ])('refuses two laboratories with the same %s', (what, section) => {
    expect(() => registry(section, section)).toThrow(InvalidConfiguration);
    expect(() => registry(section, section)).toThrow(new RegExp(`750000000 and 750000001 share the same ${what}`));
  });

  it('refuses a key that was written in clear, and does not repeat it', () => {
    expect(() => registry({ apiKeys: ['my-api-key'] })).toThrow(/64 hexadecimal digits/);
    expect(() => registry({ apiKeys: ['my-api-key'] })).not.toThrow(/my-api-key/);
  });
});
