import { Injectable } from '@nestjs/common';
import { ContextDatabase } from '@segur/persistence';
import type { ShownStatus } from '../keep-read-models/report-state.js';

/** A report as the page shows it: numbers and states, neither patient nor result. */
export interface OverviewRow {
  readonly reportSetId: string;
  /** MSH-10 of the last message, or what the caller named it. Absent: the message is not known yet. */
  readonly controlId?: string;
  /** 0 while no message could be read into a report. */
  readonly revision: number;
  readonly status: ShownStatus;
  /** ISO 8601, in UTC. */
  readonly receivedAt: string;
  /** Whether there are documents to read. */
  readonly hasDocument: boolean;
  readonly deliveries: readonly OverviewDelivery[];
}

/** One delivery of the page. */
export interface OverviewDelivery {
  readonly revision: number;
  readonly channel: string;
  readonly recipientRole: string;
  readonly state: string;
  readonly errorCode?: string;
}

const LAST = 20;

/** The last reports, with what became of them. */
@Injectable()
export class OverviewQuery {
  constructor(private readonly db: ContextDatabase) {}

  async last(tenantId: string): Promise<readonly OverviewRow[]> {
    const rows = await this.db.query<{ row: OverviewRow }>(
      tenantId,
      `SELECT json_strip_nulls(json_build_object(
         'reportSetId', r.report_set_id, 'controlId', c.control_id, 'revision', r.revision,
         'status', CASE WHEN w.revision >= r.revision THEN 'WITHDRAWN' ELSE r.status END, 'receivedAt', to_json(r.received_at),
         'hasDocument', EXISTS (SELECT FROM report_revision v
           WHERE v.tenant_id = $1 AND v.report_set_id = r.report_set_id AND v.document_id IS NOT NULL),
         'deliveries', (SELECT coalesce(json_agg(json_build_object('revision', d.revision, 'channel', d.channel,
             'recipientRole', d.recipient_role, 'state', d.state, 'errorCode', d.error_code)
             ORDER BY d.revision, d.channel, d.recipient_role, d.delivery_id), '[]')
           FROM delivery d WHERE d.tenant_id = $1 AND d.report_set_id = r.report_set_id))) AS row
       FROM report r
       LEFT JOIN withdrawal w USING (tenant_id, report_set_id)
       LEFT JOIN reception c ON c.tenant_id = r.tenant_id AND c.reception_id = r.reception_id
       WHERE r.tenant_id = $1 ORDER BY r.first_reception_id DESC LIMIT ${LAST}`,
      [tenantId],
    );
    return rows.map(({ row }) => ({ ...row, receivedAt: new Date(row.receivedAt).toISOString() }));
  }
}
