import { Injectable } from '@nestjs/common';
import type { Finding } from '@segur/errors';
import { ContextDatabase } from '@segur/persistence';
import type { ReportStatus, ShownStatus } from '../keep-read-models/report-state.js';
import { toPage, type Page, type PageRequest } from '../paging/page.js';

/** A report and where it stands. */
export interface ReportItem {
  readonly reportSetId: string;
  /** 0 while no message could be read into a report. */
  readonly revision: number;
  readonly status: ShownStatus;
  readonly receivedAt: string;
  readonly changedAt: string;
}

/** Everything known about one report, without patient or result. */
export interface ReportDetail extends ReportItem {
  /** Up to which revision it was withdrawn, and why. */
  readonly withdrawal?: { readonly revision: number; readonly reason: string; readonly receptionId?: string; readonly at: string };
  readonly revisions: readonly {
    readonly revision: number;
    readonly status: ReportStatus;
    readonly receptionId?: string;
    /** Published map of the laboratory that coded it; 0 when there was none. */
    readonly mapRelease?: number;
    readonly documentId?: string;
    /** The order that its document was completed from. Absent: none was known then, or none with certainty. */
    readonly orderId?: string;
    readonly findings: readonly Finding[];
    readonly changedAt: string;
  }[];
  /** One entry per channel and recipient. */
  readonly deliveries: readonly {
    readonly deliveryId: string;
    readonly revision: number;
    readonly channel: string;
    readonly recipientRole: string;
    readonly state: string;
    readonly attempts: number;
    readonly remoteId?: string;
    readonly errorCode?: string;
    readonly changedAt: string;
  }[];
  /** What the laboratory's software was told of a delivery, or is to be told. Empty: nobody asked. */
  readonly acknowledgements: readonly {
    readonly acknowledgementId: string;
    /** The message that is answered. */
    readonly receptionId: string;
    readonly deliveryId: string;
    readonly revision: number;
    readonly kind: string;
    readonly verdict: string;
    readonly errorCode?: string;
    /** MSH-10 of the ZAM. */
    readonly controlId: string;
    /** `KEPT`: it is told here alone. */
    readonly state: string;
    readonly attempts: number;
    readonly answerCode?: string;
    readonly changedAt: string;
  }[];
  readonly refusals: readonly {
    readonly receptionId: string;
    readonly stage: 'read' | 'assemble';
    readonly revision?: number;
    readonly findings: readonly Finding[];
    readonly refusedAt: string;
  }[];
}

/** What a list of reports may be narrowed to. */
export interface ReportFilters {
  readonly status?: ShownStatus;
  readonly reportSetId?: string;
  /** ISO 8601: received from this instant on. */
  readonly since?: string;
}

/** Reports with where they stand; a withdrawal counts from the moment it is read, whatever was read before it. */
const STANDING = `
  SELECT r.tenant_id, r.report_set_id, r.first_reception_id, r.received_at, r.revision,
         CASE WHEN w.revision >= r.revision THEN 'WITHDRAWN' ELSE r.status END AS status,
         CASE WHEN w.revision >= r.revision THEN greatest(r.changed_at, w.withdrawn_at) ELSE r.changed_at END AS changed_at,
         CASE WHEN w.revision IS NOT NULL THEN json_build_object('revision', w.revision, 'reason', w.reason,
           'receptionId', w.reception_id, 'at', to_json(w.withdrawn_at)) END AS withdrawal
  FROM report r LEFT JOIN withdrawal w USING (tenant_id, report_set_id)`;

const ITEM = `'reportSetId', report_set_id, 'revision', revision, 'status', status, 'receivedAt', to_json(received_at), 'changedAt', to_json(changed_at)`;

/** Reports as operators see them. PostgreSQL writes the JSON; absent values are left out. */
@Injectable()
export class ReportsQuery {
  constructor(private readonly db: ContextDatabase) {}

  async page(tenantId: string, filters: ReportFilters, { limit, after }: PageRequest): Promise<Page<ReportItem>> {
    const rows = await this.db.query<{ key: string; item: ReportItem }>(
      tenantId,
      `SELECT first_reception_id AS key, json_build_object(${ITEM}) AS item FROM (${STANDING}) report
       WHERE tenant_id = $1 AND ($2::uuid IS NULL OR first_reception_id < $2::uuid) AND ($3::text IS NULL OR status = $3)
         AND ($4::uuid IS NULL OR report_set_id = $4::uuid) AND ($5::timestamptz IS NULL OR received_at >= $5::timestamptz)
       ORDER BY first_reception_id DESC LIMIT $6`,
      [tenantId, after ?? null, filters.status ?? null, filters.reportSetId ?? null, filters.since ?? null, limit + 1],
    );
    const { items, next } = toPage(rows, limit, ({ key }) => key);
    return { items: items.map(({ item }) => asUtc(item)), ...(next !== undefined && { next }) };
  }

  /** Absent: this laboratory has no such report. */
  async detail(tenantId: string, reportSetId: string): Promise<ReportDetail | undefined> {
    const [row] = await this.db.query<{ detail: ReportDetail }>(
      tenantId,
      `SELECT json_strip_nulls(json_build_object(${ITEM},
         'withdrawal', withdrawal,
         'revisions', ${listOf(
           `'revision', revision, 'status', status, 'receptionId', reception_id, 'mapRelease', map_release,
            'documentId', document_id, 'orderId', order_id, 'findings', findings, 'changedAt', changed_at`,
           'report_revision',
           'revision',
         )},
         'deliveries', ${listOf(
           `'deliveryId', delivery_id, 'revision', revision, 'channel', channel, 'recipientRole', recipient_role, 'state', state,
            'attempts', attempts, 'remoteId', remote_id, 'errorCode', error_code, 'changedAt', changed_at`,
           'delivery',
           'revision, channel, recipient_role, delivery_id',
         )},
         'acknowledgements', ${listOf(
           `'acknowledgementId', acknowledgement_id, 'receptionId', reception_id, 'deliveryId', delivery_id, 'revision', revision,
            'kind', kind, 'verdict', verdict, 'errorCode', error_code, 'controlId', control_id, 'state', state, 'attempts', attempts,
            'answerCode', answer_code, 'changedAt', changed_at`,
           'acknowledgement',
           'acknowledgement_id',
         )},
         'refusals', ${listOf(
           `'receptionId', reception_id, 'stage', stage, 'revision', revision, 'findings', findings, 'refusedAt', refused_at`,
           'refusal',
           'reception_id',
         )})) AS detail
       FROM (${STANDING}) report WHERE tenant_id = $1 AND report_set_id = $2`,
      [tenantId, reportSetId],
    );
    if (!row) return undefined;
    const { detail } = row;
    return {
      ...asUtc(detail),
      ...(detail.withdrawal && { withdrawal: { ...detail.withdrawal, at: utc(detail.withdrawal.at) } }),
      revisions: detail.revisions.map(asUtc),
      deliveries: detail.deliveries.map(asUtc),
      acknowledgements: detail.acknowledgements.map(asUtc),
      refusals: detail.refusals.map((refusal) => ({ ...refusal, refusedAt: utc(refusal.refusedAt) })),
    };
  }
}

function listOf(fields: string, table: string, order: string): string {
  return `(SELECT coalesce(json_agg(json_build_object(${fields}) ORDER BY ${order}), '[]') FROM ${table} WHERE tenant_id = $1 AND report_set_id = $2)`;
}

/** PostgreSQL writes instants in the zone of the session; callers get one spelling. */
function asUtc<T extends { readonly changedAt: string; readonly receivedAt?: string }>(item: T): T {
  return { ...item, ...(item.receivedAt !== undefined && { receivedAt: utc(item.receivedAt) }), changedAt: utc(item.changedAt) };
}

function utc(instant: string): string {
  return new Date(instant).toISOString();
}
