import type { LaboratoryRegistry } from '@segur/config';
import { openPkcs12, sectionOf, tlsClientOptions, type CertifiedKey } from '@segur/crypto';
import { InvalidConfiguration } from '@segur/errors';
import { mssanteSection, type MssanteSection, type SecureMessagingConfig } from './secure-messaging.config.js';
import type { Mailbox } from './send-dispatch/compose-mail.js';
import type { ArchiveMaterial } from './send-dispatch/pack-archive.js';
import type { SmtpAccess } from './send-dispatch/smtp.client.js';

const CONTENT_TYPES = '1.2.250.1.213.2.2';

/** The mailbox of each laboratory, and how its operator is reached. */
export class Mailboxes {
  constructor(
    private readonly laboratories: LaboratoryRegistry,
    private readonly settings: Pick<SecureMessagingConfig, 'smtp'>,
  ) {}

  /** Laboratories that send mails. */
  tenants(): readonly string[] {
    return this.laboratories.tenants().filter((tenantId) => this.of(tenantId) !== undefined);
  }

  /** Absent: the laboratory has no mailbox here. */
  of(tenantId: string): MssanteSection | undefined {
    if (!this.laboratories.tenants().includes(tenantId)) return undefined;
    return this.laboratories.section(tenantId, 'mssante', mssanteSection);
  }

  /** Who writes. @throws {InvalidConfiguration} The laboratory lost its mailbox since the mail was planned. */
  mailbox(tenantId: string): Mailbox {
    const section = this.require(tenantId);
    const { displayName, replyTo, patientReplyTo, closesPatientExchange, phone, productReference } = section;
    return {
      address: section.mailbox,
      displayName,
      replyTo,
      ...(patientReplyTo === undefined ? {} : { patientReplyTo }),
      closesPatientExchange,
      laboratory: section.laboratoryName,
      phone,
      ...(productReference === undefined ? {} : { productReference }),
    };
  }

  /** Who the archive says it comes from. @throws {InvalidConfiguration} As {@link Mailboxes.mailbox}. */
  archiveSender(tenantId: string): ArchiveMaterial['sender'] {
    const { laboratoryName, address, phone, sourceOid, contentTypeCode } = this.require(tenantId);
    const contentType = contentTypeCode && { ...contentTypeCode, system: CONTENT_TYPES };
    return { organisation: laboratoryName, address, phone, sourceOid, ...(contentType ? { contentType } : {}) };
  }

  /** @throws {InvalidConfiguration} A file cannot be read. @throws {PassphraseRefused} @throws {Pkcs12Unreadable} */
  certificate(tenantId: string): CertifiedKey {
    const { certificateFile, passphraseFile } = this.require(tenantId);
    const place = (field: string) => ({ tenantId, section: 'mssante', field });
    const passphrase = this.laboratories.secret(place('passphraseFile'), passphraseFile);
    const bytes = this.laboratories.file(place('certificateFile'), certificateFile);
    return openPkcs12(bytes, passphrase, `the certificate of ${sectionOf(tenantId, 'mssante')}`);
  }

  /** @throws As {@link Mailboxes.certificate}. */
  access(tenantId: string): SmtpAccess {
    const { mailbox, smtp, caFile } = this.require(tenantId);
    const ca = this.laboratories.file({ tenantId, section: 'mssante', field: 'caFile' }, caFile).toString('utf8');
    return {
      host: smtp.host ?? this.settings.smtp.host,
      port: smtp.port ?? this.settings.smtp.port,
      security: smtp.security ?? this.settings.smtp.security,
      login: mailbox,
      tls: tlsClientOptions({ own: this.certificate(tenantId), ca }),
    };
  }

  private require(tenantId: string): MssanteSection {
    const section = this.of(tenantId);
    if (!section)
      throw new InvalidConfiguration(`laboratories file: laboratory ${tenantId} has no section "mssante"`, { tenantId });
    return section;
  }
}
