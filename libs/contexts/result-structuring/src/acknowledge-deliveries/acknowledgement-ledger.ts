import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import type { EventEnvelope } from '@segur/events';
import { derivedUuid } from '@segur/laboratory';
import { Attempts, ContextDatabase, Facts, Outbox } from '@segur/persistence';
import { ACKNOWLEDGEMENT_COLUMNS, acknowledgementChanged, type Acknowledgement } from './acknowledgement.entity.js';

/** What is written of a try. */
export interface AcknowledgementNote extends Pick<Acknowledgement, 'state' | 'answerCode' | 'attempts'> {
  /** Of one that waits: not before. */
  readonly dueAt?: Date;
}

/** The rows of acknowledgements, as they are planned and sent. All of one laboratory are one subject of attempts: they leave one by one. */
@Injectable()
export class AcknowledgementLedger {
  constructor(
    private readonly db: ContextDatabase,
    private readonly facts: Facts,
    private readonly attempts: Attempts,
    private readonly clock: Clock,
  ) {}

  /** Writes one, its fact and its attempt in one statement. One that was planned before is left alone. */
  async plan(tenantId: string, planned: Acknowledgement, cause: EventEnvelope): Promise<void> {
    const facts = Outbox.statement([acknowledgementChanged(this.facts, tenantId, planned, cause)], 18, 'planned');
    const subject = { tenantId, subjectId: subjectOf(tenantId), dueAt: planned.plannedAt };
    const attempt = this.attempts.statement(subject, 21, 'planned');
    const scheduled = planned.state === 'WAITING' ? attempt : { sql: 'SELECT 1', parameters: [] };
    await this.db.query(
      tenantId,
      `WITH planned AS (
         INSERT INTO acknowledgement (tenant_id, acknowledgement_id, report_set_id, revision, reception_id, message_sha256, delivery_id, kind,
           recipient_sheet_sha256, recipient_number, error_code, control_id, state, state_revision, traceparent, decided_at, planned_at,
           due_at, changed_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $17, $17)
         ON CONFLICT DO NOTHING RETURNING acknowledgement_id),
       stated AS (${facts.sql})
       ${scheduled.sql}`,
      [
        tenantId,
        planned.acknowledgementId,
        planned.reportSetId,
        planned.revision,
        planned.receptionId,
        planned.messageSha256,
        planned.deliveryId,
        planned.kind,
        planned.recipientSheetSha256,
        planned.recipientNumber,
        planned.errorCode,
        planned.controlId,
        planned.state,
        planned.stateRevision,
        planned.traceparent,
        planned.decidedAt,
        planned.plannedAt,
        ...facts.parameters,
        ...scheduled.parameters,
      ],
    );
  }

  /** Those that may leave now, oldest first: of each report the first that waits, if it is due. */
  due(tenantId: string, atMost: number): Promise<Acknowledgement[]> {
    return this.db.query(
      tenantId,
      `SELECT ${ACKNOWLEDGEMENT_COLUMNS} FROM (
         SELECT DISTINCT ON (report_set_id) * FROM acknowledgement WHERE tenant_id = $1 AND state = 'WAITING'
         ORDER BY report_set_id, position) first
       WHERE due_at <= $2 ORDER BY position LIMIT $3`,
      [tenantId, this.clock.now(), atMost],
    );
  }

  /** Those that wait since before an instant, oldest first. */
  waitingSince(tenantId: string, before: Date, atMost: number): Promise<Acknowledgement[]> {
    return this.db.query(
      tenantId,
      `SELECT ${ACKNOWLEDGEMENT_COLUMNS} FROM acknowledgement
       WHERE tenant_id = $1 AND state = 'WAITING' AND planned_at < $2 ORDER BY position LIMIT $3`,
      [tenantId, before, atMost],
    );
  }

  /** Since when the oldest waits. Absent: none does. */
  async oldest(tenantId: string): Promise<Date | undefined> {
    const [row] = await this.db.query<{ since: Date | null }>(
      tenantId,
      `SELECT min(planned_at) AS since FROM acknowledgement WHERE tenant_id = $1 AND state = 'WAITING'`,
      [tenantId],
    );
    return row?.since ?? undefined;
  }

  /** A state of an acknowledgement, with its fact where there is something new to say. */
  async write(tenantId: string, before: Acknowledgement, note: AcknowledgementNote): Promise<void> {
    const now = this.clock.now();
    const { state, answerCode, attempts, dueAt = now } = note;
    const news = state !== before.state || answerCode !== before.answerCode;
    const stateRevision = before.stateRevision + (news ? 1 : 0);
    const after: Acknowledgement = { ...before, state, answerCode, attempts, stateRevision };
    const facts = Outbox.statement(news ? [acknowledgementChanged(this.facts, tenantId, after)] : [], 10, 'changed');
    await this.db.query(
      tenantId,
      `WITH changed AS (
         UPDATE acknowledgement SET state = $3, state_revision = $4, attempts = $5, answer_code = $6, due_at = $7, changed_at = $8
         WHERE tenant_id = $1 AND acknowledgement_id = $2 AND state_revision = $9 RETURNING acknowledgement_id)
       ${facts.sql}`,
      [
        tenantId,
        before.acknowledgementId,
        state,
        stateRevision,
        attempts,
        answerCode,
        dueAt,
        now,
        before.stateRevision,
        ...facts.parameters,
      ],
    );
  }

  /** Nobody is there: none of those that wait is due before. */
  async putOff(tenantId: string, dueAt: Date): Promise<void> {
    await this.db.query(
      tenantId,
      `UPDATE acknowledgement SET due_at = $2 WHERE tenant_id = $1 AND state = 'WAITING' AND due_at < $2`,
      [tenantId, dueAt],
    );
  }

  /** Somebody is there again: those that waited for that are due. @param answerCodes - Why they waited. */
  async bringForward(tenantId: string, answerCodes: readonly string[]): Promise<void> {
    await this.db.query(
      tenantId,
      `UPDATE acknowledgement SET due_at = $2
       WHERE tenant_id = $1 AND state = 'WAITING' AND due_at > $2 AND (answer_code IS NULL OR answer_code = ANY ($3))`,
      [tenantId, this.clock.now(), answerCodes],
    );
  }

  /** During an attempt: the laboratory is looked at again when the next one is due, unless something else is to be sent sooner. */
  async attemptAgain(tenantId: string): Promise<void> {
    await this.db.query(
      tenantId,
      `UPDATE attempt SET again_at = least(again_at, next.due_at)
       FROM (SELECT min(due_at) AS due_at FROM (
               SELECT DISTINCT ON (report_set_id) due_at FROM acknowledgement WHERE tenant_id = $1 AND state = 'WAITING'
               ORDER BY report_set_id, position) first) next
       WHERE tenant_id = $1 AND subject_id = $2 AND lease IS NOT NULL AND finished_at IS NULL AND next.due_at IS NOT NULL`,
      [tenantId, subjectOf(tenantId)],
    );
  }
}

/** What attempts are about: all acknowledgements of one laboratory. */
function subjectOf(tenantId: string): string {
  return derivedUuid('acknowledgements', tenantId);
}
