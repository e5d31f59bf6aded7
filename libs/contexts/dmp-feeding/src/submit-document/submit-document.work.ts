import { Injectable } from '@nestjs/common';
import { Ids } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import type { DeliverySheet } from '@segur/laboratory';
import { AttemptWork, type AttemptClaim, type AttemptOutcome } from '@segur/persistence';
import { Log, Metrics, withTraceparent } from '@segur/telemetry';
import { encodeIti41 } from '@segur/xds';
import { Structures } from '../structures.js';
import { isFinal, type Submission } from '../submission.entity.js';
import type { DmpReply, ClassifiedReply } from './classify-reply.js';
import { classifyReply } from './classify-reply.js';
import { ACCEPTED, decideOutcome, type SubmissionOutcome } from './decide-outcome.js';
import { decideTurn } from './decide-turn.js';
import { DmpGateway, type Resolution } from './dmp-gateway.js';
import { LotSecurity, type LotBearer } from './lot-security.js';
import { makeLot, type Lot } from './make-lot.js';
import { StructurePauses } from './structure-pauses.js';
import { SubmissionLedger } from './submission-ledger.js';

/**
 * Sends one document to the DMP, once per claim.
 *
 * Every attempt sends the same document, identifiers and time; only message id, boundary and assertion are new. So the DMP recognises
 * what it has, and a lost answer never makes a second document.
 */
@Injectable()
export class SubmitDocumentWork extends AttemptWork {
  constructor(
    private readonly ledger: SubmissionLedger,
    private readonly documents: DocumentStore,
    private readonly structures: Structures,
    private readonly dmp: DmpGateway,
    private readonly security: LotSecurity,
    private readonly pauses: StructurePauses,
    private readonly ids: Ids,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async attempt(claim: AttemptClaim): Promise<AttemptOutcome> {
    const { tenantId, subjectId, number } = claim;
    const found = await this.ledger.read(tenantId, subjectId);
    if (!found || isFinal(found.own)) return { outcome: 'done' };
    // A process died between its call and its note of it: the answer is lost like any other.
    const own = { ...found.own, mayBeThere: found.own.mayBeThere || number > found.own.attempts + 1 };
    return withTraceparent(own.traceparent ?? undefined, 'submit-document', async () => {
      const outcome = await this.outcomeOf(claim, own, found.versions);
      await this.ledger.write(tenantId, own, number, outcome);
      return outcome.attempt;
    });
  }

  override async givenUp({ tenantId, subjectId, number }: AttemptClaim, errorCode: string): Promise<void> {
    const found = await this.ledger.read(tenantId, subjectId);
    if (!found || isFinal(found.own)) return;
    await this.ledger.write(tenantId, found.own, number, { state: 'FAILED', errorCode, mayBeThere: found.own.mayBeThere });
  }

  private async outcomeOf(claim: AttemptClaim, own: Submission, versions: readonly Submission[]): Promise<SubmissionOutcome> {
    const turn = decideTurn(own, versions);
    const decided = (reply: ClassifiedReply) => decideOutcome(reply, { number: claim.number, mayBeThere: own.mayBeThere });
    if (turn.turn === 'superseded') return decided({ verdict: 'eligibility', code: 'dmp-superseded' });
    if (turn.turn === 'wait') return decided({ verdict: 'transient', code: 'dmp-previous-version-open' });
    const paused = this.pauses.current(claim.tenantId);
    if (paused !== undefined) return decided({ verdict: 'configuration', code: paused });

    const reply = await this.send(claim.tenantId, own, turn.replaces);
    this.note(claim, own, reply);
    return reply.verdict === 'accepted' ? ACCEPTED : decided(reply);
  }

  private async send(tenantId: string, own: Submission, replaces: string | undefined): Promise<ClassifiedReply> {
    const { cda, sheet } = await this.material(tenantId, own);
    const section = this.structures.require(tenantId);
    if (!sheet.qualifiedIns) return { verdict: 'eligibility', code: 'ins-not-qualified' };
    const bearer: LotBearer = { tenantId, structureId: section.structureId, ins: sheet.qualifiedIns };
    const lotReplacing = (replaced?: string): Lot =>
      makeLot({
        row: own,
        cda,
        sheet,
        sourceId: this.structures.sourceOid(tenantId),
        contentType: this.structures.contentType(tenantId),
        announceHash: section.announceHash,
        announceOrders: section.announceOrders,
        ...(replaced === undefined ? {} : { replaced }),
      });
    const lot = lotReplacing();
    const there = own.mayBeThere ? await this.look(bearer, own.documentId) : undefined;
    const settled = there && settle(there, lot.hash);
    if (settled) return settled;

    const previous = replaces === undefined ? undefined : await this.look(bearer, replaces);
    const blocked = previous && unlessReplaceable(previous);
    if (blocked) return blocked;
    return classifyReply(await this.submit(bearer, previous?.kind === 'known' ? lotReplacing(previous.document.entryUuid) : lot));
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

  private async material(tenantId: string, own: Submission): Promise<{ cda: Buffer; sheet: DeliverySheet }> {
    const [cda, sheet] = await Promise.all([
      this.documents.get(tenantId, own.cdaSha256),
      this.documents.get(tenantId, own.sheetSha256),
    ]);
    return { cda, sheet: JSON.parse(sheet.toString('utf8')) as DeliverySheet };
  }

  private note({ tenantId, number }: AttemptClaim, own: Submission, { verdict, code }: ClassifiedReply): void {
    const { submissionId, reportSetId, revision } = own;
    const fields = { tenantId, submissionId, reportSetId, revision, attempt: number, outcome: verdict, errorCode: code };
    this.metrics.deliveryAttemptsTotal.inc({ channel: 'dmp', outcome: verdict });
    if (verdict === 'configuration') this.pauses.begin(tenantId, code ?? 'dmp-fault-sender');
    else this.pauses.end(tenantId);
    if (verdict === 'configuration' || verdict === 'alarm') this.log.error('document-not-submitted', fields);
    else this.log.info(verdict === 'accepted' ? 'document-submitted' : 'document-not-submitted', fields);
  }
}

/** After a lost answer: what the DMP has decides, before anything is sent again. Absent: send again. */
function settle(there: Resolution, hash: string): ClassifiedReply | undefined {
  if (there.kind === 'known') {
    const known = there.document.hash?.toLowerCase();
    return known === undefined || known === hash ? { verdict: 'accepted' } : { verdict: 'refused', code: 'XDSNonIdenticalHash' };
  }
  if (there.kind === 'absent') return undefined;
  const { verdict } = classifyReply(there.reply);
  // Who may not look may still send: the DMP then says itself that it knows the identifier.
  return verdict === 'transient' || verdict === 'uncertain' ? { verdict: 'uncertain', code: 'dmp-answer-lost' } : undefined;
}

/** A version can be replaced while it is the current one. Nothing was sent yet, so nothing is uncertain. */
function unlessReplaceable(previous: Resolution): ClassifiedReply | undefined {
  if (previous.kind === 'known')
    return previous.document.status === 'approved' ? undefined : { verdict: 'refused', code: 'dmp-previous-version-replaced' };
  // Gone from the DMP: a first submission, by its rules.
  if (previous.kind === 'absent') return undefined;
  const reply = classifyReply(previous.reply);
  return reply.verdict === 'uncertain' ? { verdict: 'transient', code: reply.code ?? 'remote-unavailable' } : reply;
}
