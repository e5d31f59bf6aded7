import { createHash } from 'node:crypto';
import type { Clock, Ids } from '@segur/clock';
import { readCertificate, sectionOf, type CertifiedKey } from '@segur/crypto';
import { InvalidConfiguration } from '@segur/errors';
import { derivedUuid, oidOfUuid } from '@segur/laboratory';
import { toSignatureEntry } from '@segur/report-to-xds';
import { AUTOMATE, canonicalDigest, NORMAL_ACCESS, signLot, writeVihf, type SigningKey } from '@segur/xml-signature';
import type { DmpFeedingConfig } from '../dmp-feeding.config.js';
import type { Structures } from '../structures.js';
import { LotSecurity, type LotBearer } from './lot-security.js';
import type { Lot } from './make-lot.js';

const SIGNATURE_ID = 'Signature01';
const AUTOMATED = 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified';

/** Signs with the seal of each laboratory. A laboratory without one sends unsigned: the sandbox takes that, the DMP does not. */
export class SignedLots extends LotSecurity {
  private readonly keys = new Map<string, SigningKey | undefined>();

  constructor(
    private readonly structures: Structures,
    private readonly settings: Pick<DmpFeedingConfig, 'software' | 'vihf' | 'lotDigest'>,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    super();
  }

  assertion({ tenantId, structureId, ins }: LotBearer): string | undefined {
    const key = this.key(tenantId);
    if (!key) return undefined;
    const { responsibleId, sector, roles } = this.structures.require(tenantId);
    if (!responsibleId) throw new InvalidConfiguration(`${sectionOf(tenantId, 'dmp')} needs "responsibleId" to sign`, { tenantId });
    const { software, vihf } = this.settings;
    const now = this.clock.now();
    const [role = AUTOMATE, ...others] = roles ?? [];
    return writeVihf(
      {
        ...vihf,
        id: `_${this.ids.next()}`,
        issuedAt: now,
        authenticatedAt: now,
        issuer: key.subject,
        subjectNameId: responsibleId,
        subjectId: `${software.name}, ${software.version}, alimentation du DMP`,
        authenticationContext: AUTOMATED,
        mode: 'INDIRECTE',
        structureId,
        sector,
        roles: [role, ...others],
        patient: ins,
        purpose: NORMAL_ACCESS,
        software,
      },
      key,
    );
  }

  sign(lot: Lot, { tenantId }: LotBearer): Lot {
    const key = this.key(tenantId);
    const { submission, contents, canonical } = lot;
    const [document] = submission.documents;
    if (!key || !document) return lot;
    const { lotDigest: digest } = this.settings;
    const { uniqueId } = submission.set;
    const signature = signLot(
      {
        uniqueId,
        documents: contents.map(({ entryId, bytes }) => ({
          uniqueId: submission.documents.find((entry) => entry.entryId === entryId)?.uniqueId ?? '',
          digest: canonicalDigest(bytes, digest, canonical),
          xml: true,
        })),
        signedAt: lot.signedAt,
        digest,
      },
      key,
    );
    const bytes = Buffer.from(signature);
    const announced = document.hash !== undefined && {
      hash: createHash('sha1').update(bytes).digest('hex'),
      sizeBytes: bytes.length,
    };
    const entry = toSignatureEntry(document, {
      entryId: SIGNATURE_ID,
      uniqueId: oidOfUuid(derivedUuid('lot-signature', uniqueId)),
      signedAt: lot.signedAt,
      ...announced,
    });
    return {
      ...lot,
      submission: { ...submission, documents: [...submission.documents, entry], signature: SIGNATURE_ID },
      contents: [...contents, { entryId: SIGNATURE_ID, bytes, contentType: 'text/xml' }],
    };
  }

  samples(tenantId: string): readonly string[] {
    const key = this.key(tenantId);
    if (!key) return [];
    const { structureId } = this.structures.require(tenantId);
    const { lotDigest: digest } = this.settings;
    const nobody = { value: '0'.repeat(15), oid: '2.999' };
    const document = { uniqueId: '2.999.1', digest: canonicalDigest(Buffer.from('<sample/>'), digest), xml: true };
    const lot = { uniqueId: '2.999.2', documents: [document], signedAt: this.clock.now(), digest };
    return [this.assertion({ tenantId, structureId, ins: nobody }) ?? '', signLot(lot, key)];
  }

  /** Opened once, as the certificate of the door is: a new one is taken at the next start. */
  private key(tenantId: string): SigningKey | undefined {
    if (!this.keys.has(tenantId)) this.keys.set(tenantId, toSigningKey(this.structures.seal(tenantId)));
    return this.keys.get(tenantId);
  }
}

function toSigningKey(seal: CertifiedKey | undefined): SigningKey | undefined {
  if (!seal) return undefined;
  const { key, subject, issuer, certificatePem: pem, chainPem } = seal;
  const chain = chainPem.map((issuerPem) => ({ pem: issuerPem, ...namesOf(issuerPem) }));
  return { key, subject, issuer, pem, chain };
}

function namesOf(pem: string): { readonly subject: string; readonly issuer: string } {
  const { subject, issuer } = readCertificate(pem);
  return { subject, issuer };
}
