import { MovableClock } from '@segur/clock';
import { HealthRegistry } from '@segur/health';
import { Log, Metrics } from '@segur/telemetry';
import type { CertificateFacts } from './certificate.js';
import { sectionOf, watchCertificate } from './certificate-watch.js';

const CLIENT = '1.3.6.1.5.5.7.3.2';
const SERVER = '1.3.6.1.5.5.7.3.1';

const certificate = (extended: string, validTo: string): CertificateFacts => ({
  subject: 'CN=x',
  issuer: 'CN=y',
  serialNumber: '01',
  validFrom: new Date('2026-01-01T00:00:00Z'),
  validTo: new Date(validTo),
  fingerprint: '00',
  keyUsages: [],
  extendedKeyUsages: [extended],
});

describe('watchCertificate', () => {
  const [FIRST, SECOND] = ['750000000', '690000000'];
  let clock: MovableClock;
  let lines: { errorMessage?: string }[];
  let metrics: Metrics;
  let health: HealthRegistry;
  beforeEach(() => {
    clock = new MovableClock('2026-11-23T08:00:00Z');
    lines = [];
    metrics = new Metrics();
    health = new HealthRegistry();
  });

  const watch = (tenantId: string | undefined, facts: CertificateFacts) =>
    watchCertificate(
      {
        certificate: facts,
        use: 'client-authentication',
        usage: 'dmp-authentication',
        configuredIn: tenantId === undefined ? 'SOME_FILE' : sectionOf(tenantId, 'dmp'),
        ...(tenantId === undefined ? {} : { tenantId }),
      },
      { context: 'spec', clock, log: Log.open({ write: (line) => void lines.push(JSON.parse(line) as object) }), metrics, health },
    );

  it.each`
    what                        | facts                                          | sentence
    ${'expired'}                | ${certificate(CLIENT, '2026-11-01T00:00:00Z')} | ${'The certificate of section "dmp" of laboratory 750000000 has expired'}
    ${'issued for another use'} | ${certificate(SERVER, '2027-11-01T00:00:00Z')} | ${'The certificate of section "dmp" of laboratory 750000000 was not issued for the use "client-authentication"'}
  `('says in one sentence, and stops nothing, when one is $what', async ({ facts, sentence }) => {
    watch(FIRST, facts as CertificateFacts);
    watch(SECOND, certificate(CLIENT, '2027-11-01T00:00:00Z'));

    expect(lines).toEqual([
      expect.objectContaining({ level: 'error', event: 'certificate-unusable', tenantId: FIRST, errorMessage: sentence }),
    ]);
    expect(await health.checkOwn()).toEqual([]);
    expect((await health.checkRemote()).map(({ name, status }) => `${name} ${status}`)).toEqual([
      `certificate-dmp-authentication-${FIRST} failing`,
      `certificate-dmp-authentication-${SECOND} ok`,
    ]);
  });

  it('shows the one that expires while the process runs', async () => {
    watch(FIRST, certificate(CLIENT, '2026-11-23T09:00:00Z'));
    const before = await metrics.exposition();
    clock.advance(2 * 3600 * 1000);

    expect(before).toContain(`certificate_expiry_seconds{tenant="${FIRST}",usage="dmp-authentication"} 3600`);
    expect(await metrics.exposition()).toContain(`certificate_expiry_seconds{tenant="${FIRST}",usage="dmp-authentication"} -3600`);
    expect(await health.checkRemote()).toEqual([
      { name: `certificate-dmp-authentication-${FIRST}`, status: 'failing', code: 'certificate-out-of-date' },
    ]);
  });

  it('belongs to no laboratory at a door for all of them', async () => {
    watch(undefined, certificate(CLIENT, '2026-11-01T00:00:00Z'));

    expect(lines).toEqual([expect.objectContaining({ errorMessage: 'The certificate of SOME_FILE has expired' })]);
    expect(lines[0]).not.toHaveProperty('tenantId');
    expect(await metrics.exposition()).toContain('certificate_expiry_seconds{tenant="",usage="dmp-authentication"}');
  });
});
