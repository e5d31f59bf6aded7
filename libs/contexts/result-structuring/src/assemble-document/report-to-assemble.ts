import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Finding } from '@segur/errors';
import { MOST_ORDERS_OF_A_NUMBER, type Order, type Report } from '@segur/laboratory';
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
  /** The orders that have a number of the report, oldest first. Some may be somebody else's: numbers repeat. */
  readonly orders: readonly Order[];
}

interface Row {
  readonly receptionId: string;
  readonly state: ReportToAssemble['state'];
  readonly sha256: string | null;
  readonly findings: readonly Finding[];
  readonly orders: readonly string[];
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
      `SELECT r.reception_id AS "receptionId", r.state, r.report_sha256 AS sha256, r.findings,
         ARRAY(SELECT o.order_sha256 FROM (
                 SELECT n.order_id, n.revision FROM known_order_number n
                 WHERE n.tenant_id = r.tenant_id AND n.kind = 'placer' AND n.number = r.placer_number
                 UNION SELECT n.order_id, n.revision FROM known_order_number n
                 WHERE n.tenant_id = r.tenant_id AND n.kind = 'filler' AND n.number = r.filler_number) AS named
               JOIN known_order o ON o.tenant_id = r.tenant_id AND o.order_id = named.order_id AND o.revision = named.revision
               ORDER BY o.order_id LIMIT ${MOST_ORDERS_OF_A_NUMBER + 1}) AS orders,
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
       WHERE r.tenant_id = $1 AND r.report_set_id = $2 AND r.revision = $3`,
      [tenantId, reportSetId, revision],
    );
    if (!row?.sha256) return undefined;
    const { receptionId, state, findings, sha256, known, published, isPassed } = row;
    const [report, ...orders] = await Promise.all([
      this.read<Report>(tenantId, sha256),
      ...row.orders.map((order) => this.read<Order>(tenantId, order)),
    ]);
    const earlier = { known, ...(published && { published }) };
    return { report, receptionId, state, earlier, isPassed, findings, orders };
  }

  private async read<T>(tenantId: string, sha256: string): Promise<T> {
    return JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as T;
  }
}
