import type { Clock } from '@segur/clock';
import type { HealthRegistry } from '@segur/health';
import type { Log, Metrics } from '@segur/telemetry';
import { secondsToExpiry, type CertificateFacts } from './certificate.js';
import { requireUse, type CertificateUse } from './certificate-use.js';

/** A certificate that somebody configured. */
export interface WatchedCertificate {
  readonly certificate: CertificateFacts;
  readonly use: CertificateUse;
  /** Fixed name of what it is for here: `dmp-authentication`, `mllp-server`. */
  readonly usage: string;
  /** Where it was configured, as the sentence says it: `section "dmp" of laboratory 750000000`. */
  readonly configuredIn: string;
  /** Absent: of a door that serves every laboratory. */
  readonly tenantId?: string;
}

/** Where the state of certificates is told. */
export interface CertificateWitnesses {
  readonly context: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly health?: HealthRegistry | undefined;
}

/**
 * Says at start that a certificate cannot serve, in one sentence, and from then on how long it has: at each scrape, and in
 * `/health/details`.
 *
 * It stops nothing: one laboratory's expired certificate must not keep the others waiting.
 */
export function watchCertificate(
  watched: WatchedCertificate,
  { context, clock, log, metrics, health }: CertificateWitnesses,
): void {
  const { certificate, use, usage, configuredIn, tenantId } = watched;
  const check = () => requireUse(certificate, use, clock.now(), `The certificate of ${configuredIn}`);
  try {
    check();
  } catch (error) {
    log.error('certificate-unusable', { context, ...(tenantId === undefined ? {} : { tenantId }) }, error);
  }
  const measure = () =>
    metrics.certificateExpirySeconds.set({ tenant: tenantId ?? '', usage }, secondsToExpiry(certificate, clock.now()));
  measure();
  metrics.onScrape(async () => measure());
  health?.registerRemote(['certificate', usage, ...(tenantId === undefined ? [] : [tenantId])].join('-'), check);
}

/** How a sentence names the section of a laboratory. */
export function sectionOf(tenantId: string, section: string): string {
  return `section "${section}" of laboratory ${tenantId}`;
}
