import { z } from 'zod';
import type { LaboratoryRegistry } from '@segur/config';

/** How a connection and a header say who is sending. */
export interface SenderClaim {
  /** SHA-256 of the client certificate that the handshake verified. Absent: the connection proves nothing. */
  readonly fingerprint?: string;
  /** MSH-3.1 and MSH-4.1. */
  readonly application: string;
  readonly facility: string;
}

const accessSection = z.looseObject({
  certificates: z.array(z.string()).default([]),
  senders: z.array(z.looseObject({ application: z.string(), facility: z.string().optional() })).default([]),
});

const receptionSection = z.strictObject({
  /** The laboratory is a test site: its T and D messages are taken for real. */
  acceptsTests: z.boolean().default(false),
});

/**
 * Which laboratory is on the line. On a laboratory's own MLLP line the certificate says who it is, and MSH-3 and MSH-4 must be among
 * the senders it declared; a header alone proves nothing.
 */
export class SenderDirectory {
  private readonly byFingerprint = new Map<string, string>();

  /** @param anySender - Every sender is this laboratory: for a machine that nobody else can reach. */
  constructor(
    private readonly laboratories: LaboratoryRegistry,
    private readonly anySender?: string,
  ) {
    for (const tenantId of laboratories.tenants()) {
      for (const certificate of this.access(tenantId).certificates) this.byFingerprint.set(plain(certificate), tenantId);
    }
  }

  /** Absent: nobody we know. */
  tenantOf({ fingerprint, application, facility }: SenderClaim): string | undefined {
    if (this.anySender !== undefined) return this.anySender;
    const tenantId = fingerprint === undefined ? undefined : this.byFingerprint.get(plain(fingerprint));
    if (tenantId === undefined) return undefined;
    const { senders } = this.access(tenantId);
    const declared = senders.some((sender) => sender.application === application && (sender.facility ?? facility) === facility);
    return senders.length === 0 || declared ? tenantId : undefined;
  }

  /** Whether this laboratory may send training and debugging messages. */
  acceptsTests(tenantId: string): boolean {
    return this.laboratories.section(tenantId, 'reception', receptionSection)?.acceptsTests ?? false;
  }

  private access(tenantId: string): z.output<typeof accessSection> {
    return this.laboratories.section(tenantId, 'access', accessSection) ?? { certificates: [], senders: [] };
  }
}

/** Tools print fingerprints with colons and capitals, or without. */
function plain(fingerprint: string): string {
  return fingerprint.replaceAll(':', '').toLowerCase();
}
