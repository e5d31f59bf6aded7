import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { encodeExistenceTest } from '@segur/dmp-patients';
import { encodeIti41 } from '@segur/xds';
import { Structures } from '../structures.js';
import { SubmissionMaterial, type Material } from '../submission-material.js';
import type { Submission } from '../submission.entity.js';
import { classifyReply, type ClassifiedReply, type DmpReply } from './classify-reply.js';
import { DmpGateway, type Resolution } from './dmp-gateway.js';
import { unlessOpen } from './judge-existence.js';
import { settle, settlePassed, unlessReplaceable } from './judge-resolution.js';
import { LotSecurity, type LotBearer } from './lot-security.js';
import { makeLot, type Lot } from './make-lot.js';

/** What an existence test says of the software that asks. */
export abstract class Asking {
  abstract readonly software: { readonly name: string };
  abstract readonly processingCode: 'D' | 'P';
}

const NOT_QUALIFIED: ClassifiedReply = { verdict: 'eligibility', code: 'ins-not-qualified' };

/**
 * Sends one document to the DMP.
 *
 * Every attempt sends the same document, identifiers and time; only message id, boundary and assertion are new. So the DMP recognises
 * what it has, and a lost answer never makes a second document.
 */
@Injectable()
export class SubmitDocumentService {
  constructor(
    private readonly materials: SubmissionMaterial,
    private readonly structures: Structures,
    private readonly dmp: DmpGateway,
    private readonly security: LotSecurity,
    private readonly asking: Asking,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** @param replaces - Versions that the DMP may show, newest first. */
  async send(tenantId: string, own: Submission, replaces: readonly Submission[]): Promise<ClassifiedReply> {
    const material = await this.materials.read(tenantId, own);
    const { bearer } = material;
    if (!bearer) return NOT_QUALIFIED;
    const lot = this.lot(own, material, bearer);
    const settled = own.mayBeThere ? settle(await this.look(bearer, own.documentId), lot.hash) : undefined;
    const unsendable = settled ?? (await this.unlessEligible(bearer));
    if (unsendable) return unsendable;

    const previous = await this.previousOf(bearer, replaces);
    if ('verdict' in previous) return previous;
    const { entryUuid } = previous;
    return classifyReply(await this.submit(bearer, entryUuid === undefined ? lot : this.lot(own, material, bearer, entryUuid)));
  }

  /** What became of a version that a newer one has passed. Nothing is sent. */
  async resolve(tenantId: string, own: Submission): Promise<ClassifiedReply> {
    const material = await this.materials.read(tenantId, own);
    const { bearer } = material;
    if (!bearer) return NOT_QUALIFIED;
    const waitedMs = this.clock.now().getTime() - own.changedAt.getTime();
    return settlePassed(await this.look(bearer, own.documentId), this.lot(own, material, bearer).hash, waitedMs);
  }

  private lot(own: Submission, { cda, sheet }: Material, { tenantId }: LotBearer, replaced?: string): Lot {
    const { announceHash, announceOrders } = this.structures.require(tenantId);
    return makeLot({
      row: own,
      cda,
      sheet,
      sourceId: this.structures.sourceOid(tenantId),
      contentType: this.structures.contentType(tenantId),
      announceHash,
      announceOrders,
      ...(replaced === undefined ? {} : { replaced }),
    });
  }

  private async unlessEligible(bearer: LotBearer): Promise<ClassifiedReply | undefined> {
    const { tenantId, ins } = bearer;
    if (this.structures.preflight(tenantId) === 'none') return undefined;
    const { software, processingCode } = this.asking;
    const body = encodeExistenceTest({
      messageId: this.ids.next(),
      queryId: this.ids.next(),
      askedAt: this.clock.now(),
      sender: { oid: this.structures.sourceOid(tenantId), name: software.name },
      ins,
      processingCode,
    });
    return unlessOpen(await this.dmp.testExistence(tenantId, { securityHeader: this.security.assertion(bearer), body }));
  }

  /** The entry to be replaced; none where the DMP has no former version; or why this one cannot be sent. */
  private async previousOf(
    bearer: LotBearer,
    replaces: readonly Submission[],
  ): Promise<ClassifiedReply | { readonly entryUuid?: string }> {
    for (const version of replaces) {
      const { qualifiedIns: patient } = await this.materials.sheet(bearer.tenantId, version);
      // One patient's document never replaces another's: the former one has to be withdrawn first.
      if (patient?.value !== bearer.ins.value || patient.oid !== bearer.ins.oid)
        return { verdict: 'transient', code: 'dmp-patient-changed' };
      const there = await this.look(bearer, version.documentId);
      const obstacle = unlessReplaceable(there);
      if (obstacle) return obstacle;
      if (there.kind === 'known') return { entryUuid: there.document.entryUuid };
      // Deleted there since: a first submission, by the DMP's rules.
      if (version.state === 'ACCEPTED') return {};
    }
    return {};
  }

  private async submit(bearer: LotBearer, lot: Lot): Promise<DmpReply> {
    const { submission, contents } = this.security.sign(lot, bearer);
    const securityHeader = this.security.assertion(bearer);
    const message = { messageId: this.ids.next(), ...(securityHeader === undefined ? {} : { securityHeader }) };
    return this.dmp.submit(bearer.tenantId, (to) => encodeIti41(submission, contents, { ...message, to }));
  }

  private look(bearer: LotBearer, uniqueId: string): Promise<Resolution> {
    return this.dmp.resolve(bearer.tenantId, uniqueId, this.security.assertion(bearer));
  }
}
