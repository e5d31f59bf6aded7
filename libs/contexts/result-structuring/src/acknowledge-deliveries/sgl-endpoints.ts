import type { LaboratoryRegistry, Profile } from '@segur/config';
import { openPkcs12, sectionOf, tlsClientOptions, type CertifiedKey } from '@segur/crypto';
import { InvalidConfiguration } from '@segur/errors';
import { acknowledgementsSection, type AcknowledgementsSection } from './acknowledgements.section.js';

/** How one laboratory's software is reached. */
export interface SglAccess {
  readonly host: string;
  readonly port: number;
  /** Options of `node:tls`. Absent: in clear. */
  readonly tls?: object;
}

const DEFAULTS = acknowledgementsSection.parse({});
const THIS_MACHINE = ['127.0.0.1', '::1', 'localhost'];

/** Where the software of each laboratory takes business acknowledgements, and which. */
export class SglEndpoints {
  constructor(
    private readonly laboratories: LaboratoryRegistry,
    private readonly profile: Profile,
  ) {}

  /** Laboratories that have a place to send them to. */
  tenants(): readonly string[] {
    return this.laboratories.tenants().filter((tenantId) => this.settings(tenantId).endpoint !== undefined);
  }

  /** A laboratory that says nothing has none sent; one that left the laboratories file neither. */
  settings(tenantId: string): AcknowledgementsSection {
    if (!this.laboratories.tenants().includes(tenantId)) return DEFAULTS;
    return this.laboratories.section(tenantId, 'acknowledgements', acknowledgementsSection) ?? DEFAULTS;
  }

  /**
   * Absent: the laboratory has no place to send them to.
   *
   * @throws {InvalidConfiguration} A file cannot be read; or results would leave this machine in clear, in production.
   * @throws {PassphraseRefused} @throws {Pkcs12Unreadable}
   */
  access(tenantId: string): SglAccess | undefined {
    const { endpoint } = this.settings(tenantId);
    if (!endpoint) return undefined;
    const { host, port, tls } = endpoint;
    if (!tls) {
      if (this.profile === 'production' && !THIS_MACHINE.includes(host)) {
        throw new InvalidConfiguration(
          `laboratories file: "endpoint" in section "acknowledgements" of laboratory ${tenantId}: "tls" is required in production`,
          { tenantId, section: 'acknowledgements' },
        );
      }
      return { host, port };
    }
    const ca = this.laboratories.file({ ...place(tenantId), field: 'caFile' }, tls.caFile).toString('utf8');
    const own = this.certificate(tenantId);
    return { host, port, tls: { ...tlsClientOptions({ ca, ...(own && { own }) }), servername: tls.serverName ?? host } };
  }

  /** What we show to this laboratory's software. Absent: nothing. @throws As {@link SglEndpoints.access}. */
  certificate(tenantId: string): CertifiedKey | undefined {
    const { certificateFile, passphraseFile } = this.settings(tenantId).endpoint?.tls ?? {};
    if (certificateFile === undefined || passphraseFile === undefined) return undefined;
    const passphrase = this.laboratories.secret({ ...place(tenantId), field: 'passphraseFile' }, passphraseFile);
    const bytes = this.laboratories.file({ ...place(tenantId), field: 'certificateFile' }, certificateFile);
    return openPkcs12(bytes, passphrase, `the certificate of ${sectionOf(tenantId, 'acknowledgements')}`);
  }
}

function place(tenantId: string) {
  return { tenantId, section: 'acknowledgements' };
}
