import type { LaboratoryRegistry} from '@segur/config';
import { readFileOrRefuse, readSecret } from '@segur/config';
import { InvalidConfiguration } from '@segur/errors';
import { openPkcs12, tlsClientOptions } from '@segur/crypto';
import { mssanteSection, type MssanteSection, type SecureMessagingConfig } from './secure-messaging.config.js';
import type { SmtpAccess } from './send-dispatch/smtp.client.js';

/** The mailbox of each laboratory, and how its operator is reached. */
export class Mailboxes {
  constructor(
    private readonly laboratories: LaboratoryRegistry,
    private readonly settings: Pick<SecureMessagingConfig, 'smtp'>,
  ) {}

  /** Absent: the laboratory has no mailbox here. */
  of(tenantId: string): MssanteSection | undefined {
    return this.laboratories.tenants().includes(tenantId)
      ? this.laboratories.section(tenantId, 'mssante', mssanteSection)
      : undefined;
  }

  /** @throws {InvalidConfiguration} The laboratory lost its mailbox since the mail was planned. */
  require(tenantId: string): MssanteSection {
    const section = this.of(tenantId);
    if (!section)
      throw new InvalidConfiguration(`laboratories file: laboratory ${tenantId} has no section "mssante"`, { tenantId });
    return section;
  }

  /** @throws {InvalidConfiguration} A certificate, passphrase or authority file cannot be read. */
  access(tenantId: string): SmtpAccess {
    const { mailbox, smtp, certificateFile, passphraseFile, caFile } = this.require(tenantId);
    const read = (path: string) => readFileOrRefuse(this.laboratories.resolvePath(path));
    const own = openPkcs12(read(certificateFile), readSecret(this.laboratories.resolvePath(passphraseFile)));
    return {
      host: smtp.host ?? this.settings.smtp.host,
      port: smtp.port ?? this.settings.smtp.port,
      security: smtp.security ?? this.settings.smtp.security,
      login: mailbox,
      tls: tlsClientOptions({ own, ca: read(caFile).toString('utf8') }),
    };
  }
}
