import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { AttemptWork, type AttemptClaim, type AttemptOutcome } from '@segur/persistence';
import { PlatformError } from '@segur/errors';
import { Log, Metrics } from '@segur/telemetry';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import type { Acknowledgement } from './acknowledgement.entity.js';
import { AcknowledgementLedger, type AcknowledgementNote } from './acknowledgement-ledger.js';
import { BusinessAckMaker } from './business-ack-maker.js';
import { decideAnswer, UNANSWERED } from './decide-answer.js';
import { SglClient } from './sgl.client.js';
import { SglEndpoints } from './sgl-endpoints.js';

const BATCH = 100;
const CLOSED_PAUSE_MS = 100;

/**
 * Tells one laboratory's software what is due, one after the other, until nothing is, or nobody answers.
 *
 * A laboratory is one attempt at a time, whatever number of processes there are: its messages never overtake each other, and one whose software
 * is silent costs the others nothing but one place of the worker. What was sent and not noted is sent again under the same MSH-10.
 */
@Injectable()
export class SendAcknowledgementsWork extends AttemptWork implements OnModuleDestroy {
  /** Laboratories whose software answered last time; after a start nobody knows. */
  private readonly answering = new Set<string>();

  constructor(
    private readonly ledger: AcknowledgementLedger,
    private readonly messages: BusinessAckMaker,
    private readonly sgls: SglEndpoints,
    private readonly client: SglClient,
    private readonly settings: ResultStructuringSettings,
    private readonly clock: Clock,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {
    super();
  }

  async attempt({ tenantId }: AttemptClaim): Promise<AttemptOutcome> {
    // The worker goes on for a moment: what it takes meanwhile is left for the next start.
    if (this.client.isClosed) await sleep(CLOSED_PAUSE_MS);
    await this.giveUpOld(tenantId);
    await this.sendDue(tenantId);
    await this.ledger.attemptAgain(tenantId);
    return { outcome: 'done' };
  }

  /** Before the worker is stopped, which waits for its attempts: a message in flight is left without answer, so that nobody waits for it. */
  onModuleDestroy(): void {
    this.client.close();
  }

  private async sendDue(tenantId: string): Promise<void> {
    for (;;) {
      const due = await this.ledger.due(tenantId, BATCH);
      for (const acknowledgement of due) if ((await this.send(tenantId, acknowledgement)) === 'stop') return;
      if (due.length === 0) return;
    }
  }

  private async send(tenantId: string, acknowledgement: Acknowledgement): Promise<'stop' | 'go-on'> {
    // Turned off since it was planned: it can still be read.
    if (!this.sgls.settings(tenantId).endpoint) return this.write(tenantId, acknowledgement, { ...acknowledgement, state: 'KEPT' });
    const message = await this.make(tenantId, acknowledgement);
    if (message instanceof PlatformError) {
      return this.write(tenantId, acknowledgement, { ...acknowledgement, state: 'FAILED', answerCode: message.code });
    }
    const answer = await this.client.send(tenantId, message, acknowledgement.controlId);
    if (this.client.isClosed && answer.kind === 'unanswered') return 'stop';
    const { finalAnswer } = this.sgls.settings(tenantId);
    const note = decideAnswer(answer, acknowledgement, {
      now: this.clock.now(),
      pace: this.settings.acknowledgements,
      finalAnswer,
    });
    this.note(tenantId, acknowledgement, note);
    await this.write(tenantId, acknowledgement, note);
    if (answer.kind === 'unanswered') {
      this.answering.delete(tenantId);
      await this.ledger.putOff(tenantId, note.dueAt ?? this.clock.now());
      return 'stop';
    }
    if (!this.answering.has(tenantId)) await this.ledger.bringForward(tenantId, UNANSWERED);
    this.answering.add(tenantId);
    return 'go-on';
  }

  /** The error itself where it cannot be made and never will be. */
  private async make(tenantId: string, acknowledgement: Acknowledgement): Promise<Buffer | PlatformError> {
    try {
      return await this.messages.make(tenantId, acknowledgement);
    } catch (error) {
      if (error instanceof PlatformError && error.kind !== 'unavailable') return error;
      throw error;
    }
  }

  private async giveUpOld(tenantId: string): Promise<void> {
    const before = new Date(this.clock.now().getTime() - this.settings.acknowledgements.giveUpMs);
    for (;;) {
      const old = await this.ledger.waitingSince(tenantId, before, BATCH);
      for (const acknowledgement of old) {
        await this.write(tenantId, acknowledgement, {
          state: 'FAILED',
          answerCode: acknowledgement.answerCode ?? 'sgl-unreachable',
          attempts: acknowledgement.attempts,
        });
      }
      if (old.length < BATCH) return;
    }
  }

  private async write(tenantId: string, acknowledgement: Acknowledgement, note: AcknowledgementNote): Promise<'go-on'> {
    await this.ledger.write(tenantId, acknowledgement, note);
    return 'go-on';
  }

  private note(tenantId: string, before: Acknowledgement, { state, answerCode, attempts }: AcknowledgementNote): void {
    const { reportSetId, revision, deliveryId, controlId, kind } = before;
    const outcome = answerCode ?? 'acknowledged';
    const fields = { tenantId, reportSetId, revision, deliveryId, controlId, kind, state, attempt: attempts };
    this.metrics.acknowledgementAttemptsTotal.inc({ kind, outcome });
    if (answerCode === null) this.log.info('acknowledgement-sent', fields);
    else this.log[state === 'REFUSED' ? 'warn' : 'info']('acknowledgement-not-sent', { ...fields, errorCode: answerCode });
  }
}
