import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { keepFindings } from '@segur/errors';
import { Consumes } from '@segur/event-bus';
import { DOCUMENT_REFUSED, DOCUMENT_VALIDATED, REPORT_STRUCTURED, REPORT_TRANSCODED } from '@segur/events';
import type { DocumentRefused, DocumentValidated, EventEnvelope, ReportStructured, ReportTranscoded } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import { CONTEXT } from '../context.js';
import { RANKS, reportMove, type ReportStatus } from './report-state.js';

/** What one event says of one revision. */
interface RevisionState {
  readonly status: ReportStatus;
  readonly revision: number;
  readonly receptionId?: string;
  readonly mapRelease?: number;
  readonly documentId?: string;
  readonly orderId?: string;
  readonly findings?: DocumentValidated['findings'];
}

const KEEP_REVISION = `
  INSERT INTO report_revision AS known (tenant_id, report_set_id, revision, status, rank, changed_at, reception_id, map_release, document_id,
                                        order_id, findings)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
  ON CONFLICT (tenant_id, report_set_id, revision) DO UPDATE SET
    status = CASE WHEN known.rank < excluded.rank THEN excluded.status ELSE known.status END,
    changed_at = CASE WHEN known.rank < excluded.rank THEN excluded.changed_at ELSE known.changed_at END,
    rank = greatest(known.rank, excluded.rank),
    reception_id = coalesce(known.reception_id, excluded.reception_id),
    map_release = coalesce(known.map_release, excluded.map_release),
    document_id = coalesce(known.document_id, excluded.document_id),
    order_id = coalesce(known.order_id, excluded.order_id),
    findings = CASE WHEN known.rank < excluded.rank THEN excluded.findings ELSE known.findings END`;

/** Keeps where each report stands. One statement an event; passed revisions and second deliveries change nothing. */
@Controller()
export class ReportsConsumer {
  constructor(private readonly db: ContextDatabase) {}

  @Consumes(REPORT_STRUCTURED.name, CONTEXT)
  onReportStructured(@Payload() event: EventEnvelope<ReportStructured>): Promise<void> {
    const { revision, receptionId } = event.data;
    return this.keep(event, { status: 'STRUCTURED', revision, receptionId });
  }

  @Consumes(REPORT_TRANSCODED.name, CONTEXT)
  onReportTranscoded(@Payload() event: EventEnvelope<ReportTranscoded>): Promise<void> {
    const { revision, mapRelease } = event.data;
    return this.keep(event, { status: 'TRANSCODED', revision, mapRelease });
  }

  @Consumes(DOCUMENT_VALIDATED.name, CONTEXT)
  onDocumentValidated(@Payload() event: EventEnvelope<DocumentValidated>): Promise<void> {
    const { revision, receptionId, documentId, orderId, findings } = event.data;
    const order = orderId === undefined ? {} : { orderId };
    return this.keep(event, { status: 'VALIDATED', revision, receptionId, documentId, findings, ...order });
  }

  @Consumes(DOCUMENT_REFUSED.name, CONTEXT)
  async onDocumentRefused(@Payload() event: EventEnvelope<DocumentRefused>): Promise<void> {
    const { tenantId, occurredAt, data } = event;
    const { reportSetId, receptionId, revision, stage, findings } = data;
    const refusal = [
      tenantId,
      receptionId,
      stage,
      reportSetId,
      revision ?? null,
      JSON.stringify(keepFindings(findings)),
      occurredAt,
    ];
    const move = reportMove({ tenantId, reportSetId, receptionId, revision: revision ?? 0, status: 'REFUSED', at: occurredAt }, 8);
    await this.db.query(
      tenantId,
      `WITH moved AS (${move.sql})
       INSERT INTO refusal (tenant_id, reception_id, stage, report_set_id, revision, findings, refused_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
      [...refusal, ...move.parameters],
    );
    if (revision !== undefined) await this.keep(event, { status: 'REFUSED', revision, receptionId, findings });
  }

  private async keep({ tenantId, occurredAt, data }: EventEnvelope<{ reportSetId: string }>, state: RevisionState): Promise<void> {
    const { reportSetId } = data;
    const { status, revision, receptionId, mapRelease, documentId, orderId, findings = [] } = state;
    const row = [tenantId, reportSetId, revision, status, RANKS[status], occurredAt, receptionId, mapRelease, documentId, orderId];
    const parameters = [...row.map((value) => value ?? null), JSON.stringify(keepFindings(findings))];
    // A transcoding names no reception: it moves a report that is known, and waits for nothing otherwise.
    const move = receptionId
      ? reportMove({ tenantId, reportSetId, receptionId, revision, status, at: occurredAt }, 12)
      : {
          sql: `UPDATE report SET revision = $3, status = $4, rank = $5, changed_at = $6
                WHERE tenant_id = $1 AND report_set_id = $2 AND (revision < $3 OR (revision = $3 AND rank < $5))`,
          parameters: [],
        };
    await this.db.query(tenantId, `WITH moved AS (${move.sql}) ${KEEP_REVISION}`, [...parameters, ...move.parameters]);
  }
}
