import { Injectable } from '@nestjs/common';
import type { Finding } from '@segur/errors';
import type { ResultsReceived } from '@segur/events';
import { ContextDatabase } from '@segur/persistence';
import type { Change } from '../once-statement.js';
import type { KnownRevision } from './decide-revision.js';

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

  /** The latest revision of a report. Absent: the report is new. */
  async latest(tenantId: string, reportSetId: string): Promise<KnownRevision | undefined> {
    const [row] = await this.db.query<KnownRevision>(
      tenantId,
      `SELECT revision, state, content_hash AS "contentHash" FROM report
       WHERE tenant_id = $1 AND report_set_id = $2 ORDER BY revision DESC LIMIT 1`,
      [tenantId, reportSetId],
    );
    return row;
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
        JSON.stringify(row.findings),
      ],
    };
  }
}
