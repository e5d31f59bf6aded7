import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AttemptWork, type AttemptClaim, type AttemptOutcome } from '@segur/persistence';
import { Log, Metrics, withTraceparent } from '@segur/telemetry';
import { isFinal, type Dispatch } from '../dispatch.entity.js';
import { decideNoticeOutcome, WITHDRAWN } from '../withdraw-report/decide-notice-outcome.js';
import { NOT_WITHDRAWN } from '../withdraw-report/decide-withdrawal.js';
import { decideOutcome, SUPERSEDED } from './decide-outcome.js';
import { decideTurn } from './decide-turn.js';
import { DispatchLedger } from './dispatch-ledger.js';
import { MailMaker } from './mail-maker.js';
import { MailSender, type OutgoingMail } from './mail-sender.js';
import { TOO_LARGE, type SmtpAnswer, type SmtpOutcome } from './smtp-answer.js';

const ORDER_PAUSE_MS = 1000;
/** After so long a destination that did not answer is looked at again. */
const TURNED_AWAY: AttemptOutcome = { outcome: 'postponed', byMs: 10_000 };
// ENS, Messagerie: 25 MB for the whole mail as it travels; a larger one would come back as a bounce.
const MAX_PATIENT_MAIL_BYTES = 25_000_000;

/**
 * Sends the mail of one dispatch, or the one that takes it back, once per claim.
 *
 * A mail whose answer was lost, or whose outcome could not be written, is sent again with the same Message-ID and the same bytes: SMTP has no
 * other way to say "the same one", and mailboxes show such a pair once.
 */
@Injectable()
export class SendDispatchWork extends AttemptWork {
  constructor(
    private readonly ledger: DispatchLedger,
    private readonly mails: MailMaker,
    private readonly sender: MailSender,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async attempt(claim: AttemptClaim): Promise<AttemptOutcome> {
    const { tenantId, subjectId, number } = claim;
    const found = await this.ledger.read(tenantId, subjectId);
    if (!found) return { outcome: 'done' };
    // A process died between its mail and its note of it: the answer is lost like any other.
    const lost = !isFinal(found) && number > found.attempts + 1;
    const dispatch = lost ? { ...found, mayBeThere: true } : found;
    const { mayBeThere, attempts } = dispatch;
    switch (decideTurn(dispatch)) {
      case 'over':
        return { outcome: 'done' };
      case 'wait':
        return { outcome: 'postponed', byMs: ORDER_PAUSE_MS };
      case 'superseded':
        await this.ledger.write(tenantId, dispatch, { ...SUPERSEDED, mayBeThere, attempts: number });
        return SUPERSEDED.attempt;
      case 'cancel':
        await this.ledger.write(tenantId, dispatch, { ...WITHDRAWN, attempts });
        return WITHDRAWN.attempt;
      case 'take-back':
        await this.ledger.write(tenantId, dispatch, { state: 'WITHDRAWING', errorCode: null, mayBeThere: true, attempts });
        return this.attempt(claim);
      case 'notify':
      case 'send':
        return this.mail(claim, dispatch);
    }
  }

  override async givenUp({ tenantId, subjectId, number }: AttemptClaim, errorCode: string): Promise<void> {
    const dispatch = await this.ledger.read(tenantId, subjectId);
    if (!dispatch || isFinal(dispatch)) return;
    const { mayBeThere, state } = dispatch;
    const end = state === 'WITHDRAWING' ? NOT_WITHDRAWN : ({ state: 'FAILED', errorCode, mayBeThere } as const);
    await this.ledger.write(tenantId, dispatch, { ...end, attempts: Math.max(number, dispatch.attempts) });
  }

  private mail(claim: AttemptClaim, dispatch: Dispatch): Promise<AttemptOutcome> {
    const { tenantId } = claim;
    return withTraceparent(dispatch.traceparent ?? undefined, 'send-dispatch', async () => {
      if (await this.isTurnedAway(tenantId, dispatch)) return TURNED_AWAY;
      const mail = await this.mails.make(tenantId, dispatch);
      const sha256 = createHash('sha256').update(mail.bytes).digest('hex');
      const answer = await this.send(tenantId, dispatch, mail);
      if (answer.kind === 'turned-away') return TURNED_AWAY;
      const attempts = attemptsAfter(dispatch, claim);
      this.note(tenantId, dispatch, attempts, answer, mail);
      const notice = dispatch.state === 'WITHDRAWING';
      const outcome = notice ? decideNoticeOutcome(answer) : decideOutcome(answer, dispatch.mayBeThere);
      const handedOver = notice ? { noticeSha256: sha256 } : { mimeSha256: sha256 };
      await this.ledger.write(tenantId, dispatch, { ...outcome, ...handedOver, attempts });
      return outcome.attempt;
    });
  }

  /** Asked before the mail is made, which costs more than to look where it goes. */
  private async isTurnedAway(tenantId: string, dispatch: Dispatch): Promise<boolean> {
    if (!this.sender.turnsSomeAway()) return false;
    const address = await this.mails.addressOf(tenantId, dispatch);
    return address !== undefined && this.sender.turnsAway(tenantId, address);
  }

  private async send(tenantId: string, { recipientRole }: Dispatch, mail: OutgoingMail): Promise<SmtpOutcome> {
    if (recipientRole === 'patient' && mail.bytes.length > MAX_PATIENT_MAIL_BYTES) return { kind: 'rejected', code: TOO_LARGE };
    return this.sender.send(tenantId, mail);
  }

  private note(tenantId: string, dispatch: Dispatch, attempt: number, answer: SmtpAnswer, mail: OutgoingMail): void {
    const { dispatchId, reportSetId, revision, state } = dispatch;
    const { messageId } = mail;
    const notice = state === 'WITHDRAWING';
    const sizeBytes = mail.bytes.length;
    const fields = { tenantId, dispatchId, reportSetId, revision, messageId, attempt, sizeBytes, outcome: answer.kind };
    this.metrics.deliveryAttemptsTotal.inc({ channel: 'mss', outcome: answer.kind });
    if (answer.kind === 'accepted') this.log.info(notice ? 'withdrawal-notice-sent' : 'mail-sent', fields);
    else this.log.info(notice ? 'withdrawal-notice-not-sent' : 'mail-not-sent', { ...fields, errorCode: answer.code });
  }
}

/** Numbers begin anew when a dispatch is scheduled anew, as a withdrawal does; what is told counts on. */
function attemptsAfter({ attempts }: Dispatch, { number }: AttemptClaim): number {
  return Math.max(number, attempts + 1);
}
