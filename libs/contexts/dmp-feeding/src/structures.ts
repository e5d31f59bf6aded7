import type { LaboratoryRegistry } from '@segur/config';
import { openPkcs12, sectionOf, tlsClientOptions, type CertifiedKey } from '@segur/crypto';
import { InvalidConfiguration } from '@segur/errors';
import { z } from 'zod';
import { dmpSection, type DmpFeedingConfig, type DmpSection } from './dmp-feeding.config.js';

/** How one laboratory reaches the DMP. */
export interface DmpAccess {
  readonly repositoryUrl: string;
  readonly registryUrl: string;
  readonly patientsUrl: string;
  /** Options of `node:tls`, TLS 1.2. */
  readonly tls: ReturnType<typeof tlsClientOptions> & { readonly maxVersion: 'TLSv1.2' };
}

const CONTENT_TYPES = '1.2.250.1.213.2.2';
const ownOids = z.looseObject({ oidRoot: z.string() });

/** The laboratories as the DMP knows them: settings, certificate, addresses. */
export class Structures {
  constructor(
    private readonly laboratories: LaboratoryRegistry,
    private readonly settings: Pick<DmpFeedingConfig, 'repositoryUrl' | 'registryUrl' | 'patientsUrl' | 'preflight'>,
  ) {}

  /** Laboratories that feed the DMP. */
  tenants(): readonly string[] {
    return this.laboratories.tenants().filter((tenantId) => this.of(tenantId) !== undefined);
  }

  /** Absent: the laboratory does not feed the DMP. */
  of(tenantId: string): DmpSection | undefined {
    if (!this.laboratories.tenants().includes(tenantId)) return undefined;
    return this.laboratories.section(tenantId, 'dmp', dmpSection);
  }

  /** @throws {InvalidConfiguration} The laboratory lost its section since the submission was planned. */
  require(tenantId: string): DmpSection {
    const section = this.of(tenantId);
    if (!section) throw new InvalidConfiguration(`laboratories file: laboratory ${tenantId} has no section "dmp"`, { tenantId });
    return section;
  }

  /** OID of the software instance that sends. @throws {InvalidConfiguration} Nothing names one. */
  sourceOid(tenantId: string): string {
    const stated = this.require(tenantId).submissionSourceOid;
    const oid = stated ?? this.laboratories.section(tenantId, 'laboratory', ownOids)?.oidRoot;
    if (oid === undefined)
      throw new InvalidConfiguration(`laboratories file: laboratory ${tenantId} needs "submissionSourceOid" in its section "dmp"`, {
        tenantId,
      });
    return oid;
  }

  /** What the laboratory asks the DMP before it sends. */
  preflight(tenantId: string): DmpFeedingConfig['preflight'] {
    return this.require(tenantId).preflight ?? this.settings.preflight;
  }

  /** Absent: the default of the mapping. */
  contentType(tenantId: string): { readonly code: string; readonly label: string; readonly system: string } | undefined {
    const { contentTypeCode } = this.require(tenantId);
    return contentTypeCode && { ...contentTypeCode, system: CONTENT_TYPES };
  }

  /** @throws {InvalidConfiguration} A file cannot be read. @throws {PassphraseRefused} @throws {Pkcs12Unreadable} */
  certificate(tenantId: string): CertifiedKey {
    const { authCertificateFile, authPassphraseFile } = this.require(tenantId);
    const passphrase = this.laboratories.secret(field(tenantId, 'authPassphraseFile'), authPassphraseFile);
    const bytes = this.laboratories.file(field(tenantId, 'authCertificateFile'), authCertificateFile);
    return openPkcs12(bytes, passphrase, `the certificate of ${sectionOf(tenantId, 'dmp')}`);
  }

  /** The seal that signs for the laboratory. Absent: it has none. @throws As {@link Structures.certificate}. */
  seal(tenantId: string): CertifiedKey | undefined {
    const { sealCertificateFile, sealPassphraseFile } = this.require(tenantId);
    if (sealCertificateFile === undefined) return undefined;
    const passphrase =
      sealPassphraseFile === undefined ? '' : this.laboratories.secret(field(tenantId, 'sealPassphraseFile'), sealPassphraseFile);
    const bytes = this.laboratories.file(field(tenantId, 'sealCertificateFile'), sealCertificateFile);
    return openPkcs12(bytes, passphrase, `the seal of ${sectionOf(tenantId, 'dmp')}`);
  }

  /** @throws As {@link Structures.certificate}. */
  access(tenantId: string): DmpAccess {
    const section = this.require(tenantId);
    const ca = this.laboratories.file(field(tenantId, 'caFile'), section.caFile).toString('utf8');
    return {
      repositoryUrl: section.repositoryUrl ?? this.settings.repositoryUrl,
      registryUrl: section.registryUrl ?? this.settings.registryUrl,
      patientsUrl: section.patientsUrl ?? this.settings.patientsUrl,
      // The services for software stay on TLS 1.2 (PDT-INF-579).
      tls: { ...tlsClientOptions({ own: this.certificate(tenantId), ca }), maxVersion: 'TLSv1.2' },
    };
  }
}

function field(tenantId: string, name: keyof DmpSection) {
  return { tenantId, section: 'dmp', field: name };
}
