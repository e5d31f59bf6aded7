import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Finding } from '@segur/errors';
import type { Order, Report } from '@segur/laboratory';
import { ContextDatabase } from '@segur/persistence';
import type { EarlierRevisions, PublishedDocument } from './replace-document.js';

/** A report that waits for its document. */
export interface ReportToAssemble {
  readonly report: Report;
  readonly receptionId: string;
  readonly state: 'STRUCTURED' | 'VALIDATED' | 'REFUSED' | 'WITHDRAWN';
  readonly earlier: EarlierRevisions;
  /** A later revision has its document already: this one must not leave after it. */
  readonly isPassed: boolean;
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
  readonly known: boolean;
  readonly published: PublishedDocument | null;
  readonly isPassed: boolean;
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
      `SELECT r.reception_id AS "receptionId", r.state, r.report_sha256 AS sha256, r.findings, known.order_sha256 AS "orderSha256",
         EXISTS (SELECT FROM report e WHERE e.tenant_id = r.tenant_id AND e.report_set_id = r.report_set_id AND e.revision < r.revision
                 AND e.state <> 'REFUSED') AS known,
         EXISTS (SELECT FROM report l WHERE l.tenant_id = r.tenant_id AND l.report_set_id = r.report_set_id AND l.revision > r.revision
                 AND l.state = 'VALIDATED') AS "isPassed",
         (SELECT json_build_object('revision', d.revision, 'documentId', d.document_id)
          FROM document d JOIN report p USING (tenant_id, report_set_id, revision)
          WHERE d.tenant_id = r.tenant_id AND d.report_set_id = r.report_set_id AND d.revision < r.revision
            AND d.released AND p.state = 'VALIDATED'
          ORDER BY d.revision DESC LIMIT 1) AS published
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
    const { receptionId, state, findings, sha256, orderSha256, known, published, isPassed } = row;
    const [report, order] = await Promise.all([
      this.read<Report>(tenantId, sha256),
      orderSha256 ? this.read<Order>(tenantId, orderSha256) : undefined,
    ]);
    const earlier = { known, ...(published && { published }) };
    return { report, receptionId, state, earlier, isPassed, findings, ...(order && { order }) };
  }

  private async read<T>(tenantId: string, sha256: string): Promise<T> {
    return JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as T;
  }
}
