import { LaboratoryRegistry } from '@segur/config';
import { SenderDirectory } from './sender-directory.js';

const laboratories = LaboratoryRegistry.of([
  {
    tenantId: '750000001',
    access: { certificates: ['AA:01'], senders: [{ application: 'SGL', facility: 'LABO' }, { application: 'MW' }] },
  },
  { tenantId: '750000002', access: { certificates: ['bb02'] }, reception: { acceptsTests: true } },
  { tenantId: '750000003' },
]);

describe('SenderDirectory', () => {
  it.each`
    fingerprint  | application | facility  | tenant
    ${'aa01'}    | ${'SGL'}    | ${'LABO'} | ${'750000001'}
    ${'AA:01'}   | ${'MW'}     | ${'ANY'}  | ${'750000001'}
    ${'aa01'}    | ${'SGL'}    | ${'ELSE'} | ${undefined}
    ${'aa01'}    | ${'ELSE'}   | ${'LABO'} | ${undefined}
    ${'BB:02'}   | ${'ANY'}    | ${'ANY'}  | ${'750000002'}
    ${'cc03'}    | ${'SGL'}    | ${'LABO'} | ${undefined}
    ${undefined} | ${'SGL'}    | ${'LABO'} | ${undefined}
  `('$fingerprint as $application|$facility is $tenant', ({ tenant, ...claim }) => {
    expect(new SenderDirectory(laboratories).tenantOf(claim as never)).toBe(tenant);
  });

  it('takes any sender for the one laboratory of a closed machine', () => {
    expect(new SenderDirectory(laboratories, '750000003').tenantOf({ application: '', facility: '' })).toBe('750000003');
  });

  it('lets tests in only where a laboratory says so', () => {
    const senders = new SenderDirectory(laboratories);

    expect(['750000001', '750000002', '750000003'].map((tenantId) => senders.acceptsTests(tenantId))).toEqual([false, true, false]);
  });
});
