import { LaboratoryRegistry, readProfile, type Profile } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { SglEndpoints } from './sgl-endpoints.js';

const TENANT = '750000000';
/** What a process runs under that says nothing. */
const LAPTOP = readProfile({});
const endpoints = (acknowledgements: object | undefined, profile = LAPTOP) =>
  new SglEndpoints(LaboratoryRegistry.of([{ tenantId: TENANT, ...(acknowledgements && { acknowledgements }) }]), profile);

describe('SglEndpoints', () => {
  it('has none for a laboratory that says nothing, and tells what the volet says', () => {
    const sgls = endpoints(undefined);

    expect(sgls.tenants()).toEqual([]);
    expect(sgls.access(TENANT)).toBeUndefined();
    expect(sgls.settings(TENANT)).toEqual({ results: false, mssReception: 'operator', finalAnswer: 'AE' });
    expect(sgls.settings('750000009').endpoint).toBeUndefined();
  });

  it.each`
    profile         | host             | taken
    ${LAPTOP}       | ${'10.0.0.7'}    | ${true}
    ${'production'} | ${'127.0.0.1'}   | ${true}
    ${'production'} | ${'localhost'}   | ${true}
    ${'production'} | ${'10.0.0.7'}    | ${false}
    ${'production'} | ${'sgl.labo.fr'} | ${false}
  `('in clear to $host, $profile: $taken', ({ profile, host, taken }: { profile: Profile; host: string; taken: boolean }) => {
    const sgls = endpoints({ endpoint: { host, port: 2575 } }, profile);

    if (taken) expect(sgls.access(TENANT)).toEqual({ host, port: 2575 });
    else expect(() => sgls.access(TENANT)).toThrow(/"tls" is required in production/);
  });

  it.each([
    { endpoint: { host: 'sgl', port: 2575, tls: { caFile: 'ca.pem', certificateFile: 'a.p12' } } },
    { endpoint: { host: 'sgl', port: 0 } },
    { endpoint: { host: '' } },
    { finalAnswer: 'AA' },
    { unknown: true },
  ])('refuses %j', (section) => {
    expect(() => endpoints(section).settings(TENANT)).toThrow(InvalidConfiguration);
  });

  it('names the field whose file cannot be read, not the path', () => {
    const sgls = endpoints({ endpoint: { host: 'sgl', port: 2575, tls: { caFile: '/nowhere/s3cret.pem' } } });

    expect(() => sgls.access(TENANT)).toThrow(/"caFile" in section "acknowledgements"/);
    expect(() => sgls.access(TENANT)).not.toThrow(/s3cret/);
  });
});
