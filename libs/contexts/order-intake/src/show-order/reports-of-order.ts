import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Finding } from '@segur/errors';
import type { Identity } from '@segur/identity';
import { decideOrderLink, isOrderOf, MOST_ORDERS_OF_A_NUMBER, type Order } from '@segur/laboratory';
import { ContextDatabase } from '@segur/persistence';
import { patientOfReport } from './patient-of-report.js';

/** A report made for an order. */
export interface LinkedReport {
  readonly reportSetId: string;
  readonly revision: number;
  readonly documentId: string;
  /** What joins them: the prescriber's number, or the laboratory's. */
  readonly by: 'placerNumber' | 'fillerNumber';
}

/** The reports of an order, and why others that have a number of it are not among them. */
export interface ReportsFound {
  readonly linkedReports: readonly LinkedReport[];
  readonly findings: readonly Finding[];
}

interface Candidate extends LinkedReport {
  /** Null: it came before documents were remembered. */
  readonly cdaSha256: string | null;
  /** The order that its document was completed from. */
  readonly orderId: string | null;
  /** Of every order that has a number of this report, oldest first. */
  readonly orders: readonly string[];
}

const MOST_REPORTS = 100;

/** Hashes of the orders that have a number of the report `r`, oldest first. */
const ORDERS_OF_REPORT = `
  ARRAY(SELECT o.order_sha256 FROM (
          SELECT n.order_id FROM order_number n WHERE n.tenant_id = $1 AND n.kind = 'placer' AND n.number = r.placer_number
          UNION SELECT n.order_id FROM order_number n WHERE n.tenant_id = $1 AND n.kind = 'filler' AND n.number = r.filler_number
        ) AS named JOIN received_order o ON o.tenant_id = $1 AND o.order_id = named.order_id
        ORDER BY o.order_id LIMIT ${MOST_ORDERS_OF_A_NUMBER + 1})`;

/** Finds the reports that answer an order, by number and patient, as the assembly of documents does. */
@Injectable()
export class ReportsOfOrder {
  constructor(
    private readonly db: ContextDatabase,
    private readonly documents: DocumentStore,
  ) {}

  /** Up to a hundred reports that have a number of the order are looked at. */
  async find(tenantId: string, order: Order): Promise<ReportsFound> {
    const candidates = await this.candidates(tenantId, order.orderId);
    const judged = await Promise.all(candidates.map((candidate) => this.judge(tenantId, order, candidate)));
    return {
      linkedReports: judged.flatMap((one) => ('reportSetId' in one ? [one] : [])),
      findings: judged.flatMap((one) => ('code' in one ? [one] : [])),
    };
  }

  /** The order that a report answers. Absent: none that is known, or none with certainty; or there is no such report. */
  async orderOf(tenantId: string, reportSetId: string): Promise<string | undefined> {
    const [row] = await this.db.query<Pick<Candidate, 'cdaSha256' | 'orderId' | 'orders'>>(
      tenantId,
      `SELECT r.cda_sha256 AS "cdaSha256", r.order_id AS "orderId", ${ORDERS_OF_REPORT} AS orders
       FROM reported r WHERE r.tenant_id = $1 AND r.report_set_id = $2`,
      [tenantId, reportSetId],
    );
    if (!row || row.orderId !== null) return row?.orderId ?? undefined;
    const patient = await this.patientOf(tenantId, row.cdaSha256);
    const link = patient && decideOrderLink(patient, await this.read(tenantId, row.orders));
    return link?.status === 'linked' ? link.order.orderId : undefined;
  }

  private async judge(tenantId: string, order: Order, candidate: Candidate): Promise<LinkedReport | Finding> {
    const { reportSetId, revision, documentId, by, cdaSha256, orderId, orders } = candidate;
    const linked = { reportSetId, revision, documentId, by };
    if (orderId === order.orderId) return linked;
    const patient = await this.patientOf(tenantId, cdaSha256);
    if (!patient || !isOrderOf(order.patient, patient)) return notLinked('order-other-patient', reportSetId);
    const { status } = decideOrderLink(patient, await this.read(tenantId, orders));
    return status === 'linked' ? linked : notLinked('order-ambiguous', reportSetId);
  }

  private async patientOf(tenantId: string, cdaSha256: string | null): Promise<Identity | undefined> {
    return cdaSha256 === null ? undefined : patientOfReport(await this.documents.get(tenantId, cdaSha256));
  }

  private read(tenantId: string, orders: readonly string[]): Promise<readonly Order[]> {
    return Promise.all(
      orders.map(async (sha256) => JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as Order),
    );
  }

  private candidates(tenantId: string, orderId: string): Promise<readonly Candidate[]> {
    const named = (kind: 'placer' | 'filler') => `
      SELECT r.report_set_id FROM order_number n JOIN reported r ON r.tenant_id = n.tenant_id AND r.${kind}_number = n.number
      WHERE n.tenant_id = $1 AND n.order_id = $2 AND n.kind = '${kind}'`;
    return this.db.query<Candidate>(
      tenantId,
      `SELECT r.report_set_id AS "reportSetId", r.revision, r.document_id AS "documentId", r.cda_sha256 AS "cdaSha256",
         r.order_id AS "orderId",
         CASE WHEN EXISTS (SELECT FROM order_number n WHERE n.tenant_id = $1 AND n.kind = 'placer' AND n.number = r.placer_number
                             AND n.order_id = $2) THEN 'placerNumber' ELSE 'fillerNumber' END AS by,
         ${ORDERS_OF_REPORT} AS orders
       FROM (${named('placer')} UNION ${named('filler')} LIMIT ${MOST_REPORTS}) AS found
       JOIN reported r ON r.tenant_id = $1 AND r.report_set_id = found.report_set_id
       ORDER BY r.report_set_id`,
      [tenantId, orderId],
    );
  }
}

const REASONS = {
  'order-other-patient': [
    'A report has a number of this order and another patient: it is not linked',
    'Un compte rendu porte un numéro de cette prescription mais un autre patient : il n’y est pas rattaché',
  ],
  'order-ambiguous': [
    'A report has a number that other orders of this patient have too: it is not linked',
    'Un compte rendu porte un numéro que d’autres prescriptions de ce patient portent aussi : il n’y est pas rattaché',
  ],
} as const;

function notLinked(code: keyof typeof REASONS, reportSetId: string): Finding {
  const [message, messageFr] = REASONS[code];
  return { severity: 'warning', code, location: `/reports/${reportSetId}`, message, messageFr };
}
