import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Finding } from '@segur/errors';
import type { Order, Report } from '@segur/laboratory';
import { ContextDatabase } from '@segur/persistence';

/** A report that waits for its document. */
export interface ReportToAssemble {
  readonly report: Report;
  readonly receptionId: string;
  readonly state: 'STRUCTURED' | 'VALIDATED' | 'REFUSED';
  /** Remarks of the reading. */
  readonly findings: readonly Finding[];
  /** The latest order under one of the report's numbers, the prescriber's first. It may be somebody else's: numbers repeat. */
  readonly order?: Order;
}

interface Row {
  readonly receptionId: string;
  readonly state: ReportToAssemble['state'];
  readonly sha256: string | null;
  readonly findings: readonly Finding[];
  readonly orderSha256: string | null;
}

/** Reads what a document is made of. */
@Injectable()
export class ReportsToAssemble {
  constructor(
    private readonly db: ContextDatabase,
    private readonly documents: DocumentStore,
  ) {}

  /** Absent: this revision is not known here. */
  async find(tenantId: string, reportSetId: string, revision: number): Promise<ReportToAssemble | undefined> {
    const [row] = await this.db.query<Row>(
      tenantId,
      `SELECT r.reception_id AS "receptionId", r.state, r.report_sha256 AS sha256, r.findings, known.order_sha256 AS "orderSha256"
       FROM report r
       LEFT JOIN LATERAL (
         SELECT order_sha256 FROM known_order o
         WHERE o.tenant_id = r.tenant_id AND (o.placer_number = r.placer_number OR o.filler_number = r.filler_number)
         ORDER BY o.placer_number = r.placer_number DESC NULLS LAST, o.order_id DESC LIMIT 1
       ) known ON true
       WHERE r.tenant_id = $1 AND r.report_set_id = $2 AND r.revision = $3`,
      [tenantId, reportSetId, revision],
    );
    if (!row?.sha256) return undefined;
    const { receptionId, state, findings, sha256, orderSha256 } = row;
    const [report, order] = await Promise.all([
      this.read<Report>(tenantId, sha256),
      orderSha256 ? this.read<Order>(tenantId, orderSha256) : undefined,
    ]);
    return { report, receptionId, state, findings, ...(order && { order }) };
  }

  private async read<T>(tenantId: string, sha256: string): Promise<T> {
    return JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as T;
  }
}
