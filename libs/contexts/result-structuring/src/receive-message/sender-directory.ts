import { z } from 'zod';
import type { LaboratoryRegistry } from '@segur/config';
import type { AccessRegistry } from '@segur/http-security';

/** How a connection and a header say who is sending. */
export interface SenderClaim {
  /** SHA-256 of the client certificate that the handshake verified. Absent: the connection proves nothing. */
  readonly fingerprint?: string;
  /** MSH-3.1 and MSH-4.1. */
  readonly application: string;
  readonly facility: string;
}

const receptionSection = z.strictObject({
  acceptsTests: z
    .boolean()
    .default(false)
    .describe('This laboratory is a test site: its T and D messages (MSH-11) are taken for real.'),
  enhancedAcknowledgements: z
    .boolean()
    .default(false)
    .describe(
      'This laboratory means MSH-15 and MSH-16: over MLLP it gets CA, CE, CR and AA, AE, AR as they ask. Else one AA, AE or AR, whatever they say.',
    ),
});

/**
 * Which laboratory is on the line. The certificate says who it is, and MSH-3 and MSH-4 must be a sender that this laboratory declared:
 * a header alone proves nothing.
 */
export class SenderDirectory {
  /** @param anySender - Every sender is this laboratory: for a machine that nobody else can reach. */
  constructor(
    private readonly laboratories: LaboratoryRegistry,
    private readonly access: Pick<AccessRegistry, 'findTenantByCertificate' | 'findTenantBySender'>,
    private readonly anySender?: string,
  ) {}

  /** Absent: nobody we know. */
  tenantOf({ fingerprint, application, facility }: SenderClaim): string | undefined {
    if (this.anySender !== undefined) return this.anySender;
    const tenantId = fingerprint === undefined ? undefined : this.access.findTenantByCertificate(fingerprint);
    return tenantId === this.access.findTenantBySender(application, facility) ? tenantId : undefined;
  }

  /** Whether this laboratory may send training and debugging messages. */
  acceptsTests(tenantId: string): boolean {
    return this.laboratories.section(tenantId, 'reception', receptionSection)?.acceptsTests ?? false;
  }

  /** Whether what this laboratory writes in MSH-15 and MSH-16 is to be followed. */
  meansAckConditions(tenantId: string): boolean {
    return this.laboratories.section(tenantId, 'reception', receptionSection)?.enhancedAcknowledgements ?? false;
  }
}
