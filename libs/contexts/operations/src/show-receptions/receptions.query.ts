import { Injectable } from '@nestjs/common';
import { ContextDatabase } from '@segur/persistence';
import type { ShownStatus } from '../keep-read-models/report-state.js';
import { toPage, type Page, type PageRequest } from '../paging/page.js';

/** One message that a laboratory was acknowledged for. */
export interface ReceptionItem {
  readonly id: string;
  readonly receivedAt: string;
  /** MSH-3 and MSH-4, joined by `|`; who sent the file; empty for what the caller alone says. */
  readonly sender: string;
  readonly controlId: string;
  readonly kind: string;
  /** What became of it; `WITHDRAWN` when it asked for that. It stays `RECEIVED` when its content was already known: then nothing new was made. */
  readonly status: ShownStatus;
  readonly reportSetId: string;
  /** How many acknowledgements of its deliveries are in which state. Absent: none was made. */
  readonly acknowledgements?: Readonly<Record<string, number>>;
}

/** What PostgreSQL says in another way than callers get it. */
interface Told {
  readonly receivedAt: Date;
  readonly acknowledgements: Readonly<Record<string, number>> | null;
}

/** The list of receptions, newest first. */
@Injectable()
export class ReceptionsQuery {
  constructor(private readonly db: ContextDatabase) {}

  async page(tenantId: string, { limit, after }: PageRequest): Promise<Page<ReceptionItem>> {
    const rows = await this.db.query<Omit<ReceptionItem, 'receivedAt' | 'acknowledgements'> & Told>(
      tenantId,
      `SELECT r.reception_id AS id, r.received_at AS "receivedAt", r.sender, r.control_id AS "controlId", r.kind,
              coalesce(v.status, CASE WHEN f.reception_id IS NOT NULL THEN 'REFUSED' WHEN w.reception_id IS NOT NULL THEN 'WITHDRAWN' ELSE 'RECEIVED' END) AS status,
              r.report_set_id AS "reportSetId",
              (SELECT json_object_agg(state, count) FROM (
                 SELECT state, count(*)::int FROM acknowledgement a
                 WHERE a.tenant_id = r.tenant_id AND a.reception_id = r.reception_id GROUP BY state) counted) AS acknowledgements
       FROM reception r
       LEFT JOIN report_revision v ON v.tenant_id = r.tenant_id AND v.reception_id = r.reception_id
       LEFT JOIN refusal f ON f.tenant_id = r.tenant_id AND f.reception_id = r.reception_id AND f.stage = 'read'
       LEFT JOIN withdrawal w ON w.tenant_id = r.tenant_id AND w.reception_id = r.reception_id
       WHERE r.tenant_id = $1 AND ($2::uuid IS NULL OR r.reception_id < $2::uuid)
       ORDER BY r.reception_id DESC LIMIT $3`,
      [tenantId, after ?? null, limit + 1],
    );
    const items = rows.map(({ acknowledgements, ...row }) => ({
      ...row,
      receivedAt: row.receivedAt.toISOString(),
      ...(acknowledgements && { acknowledgements }),
    }));
    return toPage(items, limit, ({ id }) => id);
  }
}
