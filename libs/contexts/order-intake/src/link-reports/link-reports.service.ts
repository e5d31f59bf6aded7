import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { DocumentValidated, EventEnvelope } from '@segur/events';
import type { DeliverySheet } from '@segur/laboratory';
import { ContextDatabase } from '@segur/persistence';

/**
 * Remembers under which numbers each report was made, and from which order it was completed.
 *
 * An order and its reports are joined when somebody asks, so it does not matter which of them came first, and one order may have several
 * reports.
 */
@Injectable()
export class LinkReportsService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly documents: DocumentStore,
  ) {}

  /** One statement; a revision that was passed changes nothing. */
  async remember({ tenantId, data }: EventEnvelope<DocumentValidated>): Promise<void> {
    const bytes = await this.documents.get(tenantId, data.deliverySheet.sha256);
    const { fillerNumber, placerNumber } = JSON.parse(bytes.toString('utf8')) as DeliverySheet;
    await this.db.query(
      tenantId,
      `INSERT INTO reported AS known (tenant_id, report_set_id, revision, document_id, placer_number, filler_number, order_id, cda_sha256)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (tenant_id, report_set_id) DO UPDATE SET
         revision = excluded.revision, document_id = excluded.document_id,
         placer_number = excluded.placer_number, filler_number = excluded.filler_number,
         order_id = excluded.order_id, cda_sha256 = excluded.cda_sha256
       WHERE known.revision < excluded.revision`,
      [
        ...[tenantId, data.reportSetId, data.revision, data.documentId, placerNumber ?? null, fillerNumber],
        ...[data.orderId ?? null, data.cda.sha256],
      ],
    );
  }
}
