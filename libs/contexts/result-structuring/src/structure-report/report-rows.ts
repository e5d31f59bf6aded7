import { Injectable } from '@nestjs/common';
import { keepFindings, type Finding } from '@segur/errors';
import type { ResultsReceived } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import type { Change } from '../once-statement.js';
import type { ReportHistory } from './decide-revision.js';

/** One revision of a report, as it is first written. */
export interface NewReportRow {
  readonly tenantId: string;
  readonly reportSetId: string;
  readonly revision: number;
  readonly receptionId: string;
  readonly kind: ResultsReceived['kind'];
  readonly state: 'STRUCTURED' | 'VALIDATED';
  readonly contentHash: string;
  /** Absent for a finished document: there is no report behind it. */
  readonly reportSha256?: string;
  readonly placerNumber?: string;
  readonly fillerNumber: string;
  readonly findings: readonly Finding[];
}

/** The table of reports: one row a revision. */
@Injectable()
export class ReportRows {
  constructor(private readonly db: ContextDatabase) {}

  /** Every revision of a report, oldest first. Empty: the report is new. */
  history(tenantId: string, reportSetId: string): Promise<ReportHistory> {
    return this.db.query(
      tenantId,
      `SELECT r.revision, r.state, r.content_hash AS "contentHash", r.report_sha256 AS "reportSha256", d.document_id AS "documentId",
              r.withdrawn_before AS "withdrawnBefore"
       FROM report r LEFT JOIN document d USING (tenant_id, report_set_id, revision)
       WHERE r.tenant_id = $1 AND r.report_set_id = $2 ORDER BY r.revision`,
      [tenantId, reportSetId],
    );
  }

  /** Adds a revision. Whoever numbered it the same at the same time violates the primary key, and tries again. */
  static insert(row: NewReportRow): Change {
    return {
      sql: (n) => `
        INSERT INTO report (tenant_id, report_set_id, revision, reception_id, kind, state, content_hash, report_sha256, placer_number,
                            filler_number, findings)
        SELECT $${n}::text, $${n + 1}::uuid, $${n + 2}::int, $${n + 3}::uuid, $${n + 4}::text, $${n + 5}::text, $${n + 6}::text,
               $${n + 7}::text, $${n + 8}::text, $${n + 9}::text, $${n + 10}::jsonb FROM fresh`,
      parameters: [
        row.tenantId,
        row.reportSetId,
        row.revision,
        row.receptionId,
        row.kind,
        row.state,
        row.contentHash,
        row.reportSha256 ?? null,
        row.placerNumber ?? null,
        row.fillerNumber,
        JSON.stringify(keepFindings(row.findings)),
      ],
    };
  }

  /** Before anybody looks at what stands: a message that was received so far, and is read only later, finds this. */
  async closeBefore(tenantId: string, reportSetId: string, moment: string): Promise<void> {
    await this.db.query(
      tenantId,
      `UPDATE report SET withdrawn_before = $3 WHERE tenant_id = $1 AND report_set_id = $2
         AND state IN ('STRUCTURED', 'VALIDATED', 'WITHDRAWN') AND (withdrawn_before IS NULL OR withdrawn_before < $3)`,
      [tenantId, reportSetId, moment],
    );
  }

  /** Withdraws what stands of a report, up to a revision. It writes nothing else: nothing that was withdrawn comes back. */
  static withdraw(tenantId: string, reportSetId: string, revision: number): Change {
    return {
      sql: (n) => `
        UPDATE report SET state = 'WITHDRAWN', changed_at = now()
        WHERE tenant_id = $${n}::text AND report_set_id = $${n + 1}::uuid AND revision <= $${n + 2}::int AND state <> 'WITHDRAWN'
          AND EXISTS (SELECT FROM fresh)`,
      parameters: [tenantId, reportSetId, revision],
    };
  }
}
