import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Finding } from '@segur/errors';
import type { OrderReceived } from '@segur/events';
import type { Order } from '@segur/laboratory';
import { ContextDatabase } from '@segur/persistence';
import { ReportsOfOrder, type LinkedReport } from './reports-of-order.js';

/** An order as a list shows it. */
export interface OrderItem {
  readonly orderId: string;
  readonly revision: number;
  /** `rest`: JSON over HTTP. `hl7v2`: OML. */
  readonly route: OrderReceived['route'];
  readonly receivedAt: string;
}

/** An order, and what became of it. */
export interface OrderDetail extends OrderItem {
  /** `REPORTED` once a checked document answers it. */
  readonly status: 'RECEIVED' | 'REPORTED';
  readonly order: Order;
  readonly linkedReports: readonly LinkedReport[];
  /** Reports that have a number of it and are not linked, and why. */
  readonly findings: readonly Finding[];
}

/** A number by which orders are looked for. */
export interface OrderNumberAsked {
  readonly kind: 'placer' | 'filler';
  readonly number: string;
}

interface Row extends Omit<OrderItem, 'receivedAt'> {
  readonly receivedAt: Date;
  readonly sha256: string;
}

const COLUMNS = 'o.order_id AS "orderId", o.revision, o.route, o.received_at AS "receivedAt", o.order_sha256 AS sha256';
const MOST_ITEMS = 100;

/** Reads orders, one with the reports that answer it. */
@Injectable()
export class ShowOrderQuery {
  constructor(
    private readonly db: ContextDatabase,
    private readonly documents: DocumentStore,
    private readonly reports: ReportsOfOrder,
  ) {}

  /** Absent: this laboratory has no such order. */
  async find(tenantId: string, orderId: string): Promise<OrderDetail | undefined> {
    const [row] = await this.db.query<Row>(
      tenantId,
      `SELECT ${COLUMNS} FROM received_order o WHERE o.tenant_id = $1 AND o.order_id = $2`,
      [tenantId, orderId],
    );
    if (!row) return undefined;
    const order = JSON.parse((await this.documents.get(tenantId, row.sha256)).toString('utf8')) as Order;
    const { linkedReports, findings } = await this.reports.find(tenantId, order);
    const status = linkedReports.length > 0 ? 'REPORTED' : 'RECEIVED';
    return { ...toItem(row), status, order, linkedReports, findings };
  }

  /** The orders that have a number, the latest first, a hundred at most. */
  async list(tenantId: string, { kind, number }: OrderNumberAsked): Promise<readonly OrderItem[]> {
    const rows = await this.db.query<Row>(
      tenantId,
      `SELECT ${COLUMNS} FROM order_number n JOIN received_order o USING (tenant_id, order_id)
       WHERE n.tenant_id = $1 AND n.kind = $2 AND n.number = $3 ORDER BY n.order_id DESC LIMIT ${MOST_ITEMS}`,
      [tenantId, kind, number],
    );
    return rows.map(toItem);
  }

  /** The order that a report answers, whichever came first: one, or none. */
  async ofReport(tenantId: string, reportSetId: string): Promise<readonly OrderItem[]> {
    const orderId = await this.reports.orderOf(tenantId, reportSetId);
    if (orderId === undefined) return [];
    const rows = await this.db.query<Row>(
      tenantId,
      `SELECT ${COLUMNS} FROM received_order o WHERE o.tenant_id = $1 AND o.order_id = $2`,
      [tenantId, orderId],
    );
    return rows.map(toItem);
  }
}

function toItem({ orderId, revision, route, receivedAt }: Row): OrderItem {
  return { orderId, revision, route, receivedAt: receivedAt.toISOString() };
}
