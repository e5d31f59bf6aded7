import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { AttemptWork, type AttemptClaim, type AttemptOutcome } from '@segur/persistence';
import { Log, Metrics, withTraceparent } from '@segur/telemetry';
import { isFinal, type Submission } from './submission.entity.js';
import type { ClassifiedReply } from './submit-document/classify-reply.js';
import { ACCEPTED, decideOutcome, type SubmissionOutcome } from './submit-document/decide-outcome.js';
import { decideTurn } from './submit-document/decide-turn.js';
import { StructurePauses } from './submit-document/structure-pauses.js';
import { SubmissionLedger, type KnownSubmission } from './submit-document/submission-ledger.js';
import { SubmitDocumentService } from './submit-document/submit-document.service.js';
import { decideTakingBack, NOT_WITHDRAWN, WITHDRAWN } from './withdraw-report/decide-taking-back.js';
import { TakeBackService } from './withdraw-report/take-back.service.js';

/** Between two looks at whether an older version is out of the way. */
const ORDER_PAUSE_MS = 1000;

/** Does what is due about one submission: sends it, finds out whether it arrived, or takes it back. */
@Injectable()
export class FeedDmpWork extends AttemptWork {
  constructor(
    private readonly ledger: SubmissionLedger,
    private readonly sending: SubmitDocumentService,
    private readonly takingBack: TakeBackService,
    private readonly pauses: StructurePauses,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async attempt(claim: AttemptClaim): Promise<AttemptOutcome> {
    const { tenantId, subjectId, number } = claim;
    const found = await this.ledger.read(tenantId, subjectId);
    if (!found || isFinal(found.own)) return { outcome: 'done' };
    // A process died between its call and its note of it: the answer is lost like any other, and just now.
    const lost = number > found.own.attempts + 1;
    const own = lost ? { ...found.own, mayBeThere: true, changedAt: this.clock.now() } : found.own;
    const turn = decideTurn(own, found.versions, found.withdrawnUpTo);
    if (turn.turn === 'wait' && turn.until === 'attempt') {
      await this.ledger.hastenOlder(tenantId, own);
      return { outcome: 'postponed', byMs: ORDER_PAUSE_MS };
    }
    return withTraceparent(own.traceparent ?? undefined, 'submit-document', async () => {
      const outcome = await this.outcomeOf(claim, { ...found, own });
      const written = await this.ledger.write(tenantId, own, attemptsAfter(own, claim), outcome);
      // What it waited for may be settled since it was read: whoever settled it found this attempt under way, and did not call it.
      if (written && turn.turn === 'wait' && (await this.isFree(tenantId, subjectId))) return this.attempt(claim);
      // Withdrawn during the call: what has just arrived is taken back at once.
      return written || outcome.state !== 'ACCEPTED' ? outcome.attempt : this.attempt(claim);
    });
  }

  override async givenUp(claim: AttemptClaim, errorCode: string): Promise<void> {
    const { tenantId, subjectId } = claim;
    const found = await this.ledger.read(tenantId, subjectId);
    if (!found || isFinal(found.own)) return;
    const { own } = found;
    const end = own.state === 'WITHDRAWING' ? NOT_WITHDRAWN : { state: 'FAILED' as const, errorCode, mayBeThere: own.mayBeThere };
    // The last try was counted when it failed; one that threw was not.
    await this.ledger.write(tenantId, own, Math.max(claim.number, own.attempts), end);
  }

  private async isFree(tenantId: string, submissionId: string): Promise<boolean> {
    const found = await this.ledger.read(tenantId, submissionId);
    return found !== undefined && decideTurn(found.own, found.versions, found.withdrawnUpTo).turn !== 'wait';
  }

  private async outcomeOf(claim: AttemptClaim, { own, versions, withdrawnUpTo }: KnownSubmission): Promise<SubmissionOutcome> {
    const { tenantId, number } = claim;
    const turn = decideTurn(own, versions, withdrawnUpTo);
    const decided = (reply: ClassifiedReply) => decideOutcome(reply, { number, mayBeThere: own.mayBeThere });
    if (turn.turn === 'cancel') return WITHDRAWN;
    if (turn.turn === 'superseded') return decided({ verdict: 'eligibility', code: 'dmp-superseded' });
    if (turn.turn === 'wait') return decided({ verdict: 'transient', code: 'dmp-previous-version-open' });

    const paused = this.pauses.current(tenantId);
    const pause: ClassifiedReply | undefined = paused === undefined ? undefined : { verdict: 'configuration', code: paused };
    if (turn.turn === 'take-back')
      return decideTakingBack(
        pause ?? (await this.noted('withdrawn', claim, own, this.takingBack.takeBack(tenantId, own))),
        number,
      );
    if (pause) return decided(pause);
    const sends = turn.turn === 'send';
    const reply = await this.noted(
      'submitted',
      claim,
      own,
      sends ? this.sending.send(tenantId, own, turn.replaces) : this.sending.resolve(tenantId, own),
    );
    if (reply.verdict === 'accepted') return ACCEPTED;
    // Passed by a newer version, and found not to be there.
    return reply.code === 'dmp-superseded' ? { ...decided(reply), mayBeThere: false } : decided(reply);
  }

  private async noted(
    what: 'submitted' | 'withdrawn',
    { tenantId, number }: AttemptClaim,
    { submissionId, reportSetId, revision }: Submission,
    replying: Promise<ClassifiedReply>,
  ): Promise<ClassifiedReply> {
    const reply = await replying;
    const { verdict, code } = reply;
    const fields = { tenantId, submissionId, reportSetId, revision, attempt: number, outcome: verdict, errorCode: code };
    this.metrics.deliveryAttemptsTotal.inc({ channel: 'dmp', outcome: verdict });
    if (verdict === 'configuration') this.pauses.begin(tenantId, code ?? 'dmp-fault-sender');
    else this.pauses.end(tenantId);
    const event = verdict === 'accepted' ? (`document-${what}` as const) : (`document-not-${what}` as const);
    const level = ['configuration', 'alarm'].includes(verdict) ? 'error' : 'info';
    this.log[level](event, fields);
    return reply;
  }
}

/** Numbers begin anew when a submission is scheduled anew, as a withdrawal does; what is told counts on. */
function attemptsAfter({ attempts }: Submission, { number }: AttemptClaim): number {
  return Math.max(number, attempts + 1);
}
