import { LaboratoryRegistry } from '@segur/config';
import { AccessRegistry } from '@segur/http-security';
import { SenderDirectory } from './sender-directory.js';

const [first, second] = ['aa'.repeat(32), 'bb'.repeat(32)];
const laboratories = LaboratoryRegistry.of([
  {
    tenantId: '750000001',
    access: { certificates: [first], senders: [{ application: 'SGL', facility: 'LABO' }, { application: 'MW' }] },
  },
  { tenantId: '750000002', access: { certificates: [second] }, reception: { acceptsTests: true } },
]);
const access = new AccessRegistry(laboratories);

describe('SenderDirectory', () => {
  it.each`
    fingerprint        | application | facility  | tenant
    ${first}           | ${'SGL'}    | ${'LABO'} | ${'750000001'}
    ${first}           | ${'MW'}     | ${''}     | ${'750000001'}
    ${first}           | ${'MW'}     | ${'ELSE'} | ${undefined}
    ${first}           | ${'ELSE'}   | ${'LABO'} | ${undefined}
    ${second}          | ${'SGL'}    | ${'LABO'} | ${undefined}
    ${'cc'.repeat(32)} | ${'SGL'}    | ${'LABO'} | ${undefined}
    ${undefined}       | ${'SGL'}    | ${'LABO'} | ${undefined}
    ${undefined}       | ${'NOBODY'} | ${''}     | ${undefined}
  `('$fingerprint as $application|$facility is $tenant', ({ fingerprint, tenant, ...header }) => {
    const claim = { ...header, ...(fingerprint && { fingerprint }) };

    expect(new SenderDirectory(laboratories, access).tenantOf(claim as never)).toBe(tenant);
  });

  it('takes any sender for the one laboratory of a closed machine', () => {
    expect(new SenderDirectory(laboratories, access, '750000002').tenantOf({ application: '', facility: '' })).toBe('750000002');
  });

  it('lets tests in only where a laboratory says so', () => {
    const senders = new SenderDirectory(laboratories, access);

    expect(['750000001', '750000002'].map((tenantId) => senders.acceptsTests(tenantId))).toEqual([false, true]);
  });
});
