import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Order } from '@segur/laboratory';
import { ContextDatabase } from '@segur/persistence';

/** A report made for an order. */
export interface LinkedReport {
  readonly reportSetId: string;
  readonly revision: number;
  readonly documentId: string;
  /** What joins them: the prescriber's number, or the laboratory's. */
  readonly by: 'placerNumber' | 'fillerNumber';
}

/** An order, and what became of it. */
export interface OrderDetail {
  readonly orderId: string;
  readonly revision: number;
  /** `REPORTED` once a checked document answers it. */
  readonly status: 'RECEIVED' | 'REPORTED';
  readonly receivedAt: string;
  readonly order: Order;
  readonly linkedReports: readonly LinkedReport[];
}

interface Row {
  readonly revision: number;
  readonly receivedAt: Date;
  readonly sha256: string;
  readonly linkedReports: readonly LinkedReport[];
}

/** Reads an order with the reports that carry its numbers. */
@Injectable()
export class ShowOrderQuery {
  constructor(
    private readonly db: ContextDatabase,
    private readonly documents: DocumentStore,
  ) {}

  /** Absent: this laboratory has no such order. */
  async find(tenantId: string, orderId: string): Promise<OrderDetail | undefined> {
    const [row] = await this.db.query<Row>(
      tenantId,
      `SELECT o.revision, o.received_at AS "receivedAt", o.order_sha256 AS sha256, coalesce(linked.reports, '[]') AS "linkedReports"
       FROM received_order o
       LEFT JOIN LATERAL (
         SELECT json_agg(json_build_object('reportSetId', r.report_set_id, 'revision', r.revision, 'documentId', r.document_id,
                  'by', CASE WHEN r.placer_number = o.placer_number THEN 'placerNumber' ELSE 'fillerNumber' END)
                ORDER BY r.report_set_id) AS reports
         FROM reported r
         WHERE r.tenant_id = o.tenant_id AND (r.placer_number = o.placer_number OR r.filler_number = o.filler_number)
       ) linked ON true
       WHERE o.tenant_id = $1 AND o.order_id = $2`,
      [tenantId, orderId],
    );
    if (!row) return undefined;
    const { revision, receivedAt, sha256, linkedReports } = row;
    const order = JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as Order;
    const status = linkedReports.length > 0 ? 'REPORTED' : 'RECEIVED';
    return { orderId, revision, status, receivedAt: receivedAt.toISOString(), order, linkedReports };
  }
}
