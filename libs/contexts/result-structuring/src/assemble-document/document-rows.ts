import { Injectable } from '@nestjs/common';
import type { DocumentValidated } from '@segur/events';
import type { DeliverySheet } from '@segur/laboratory';
import { ContextDatabase } from '@segur/persistence';
import type { Change } from '../once-statement.js';

/** Media types under which the parts of a document rest. */
export const CDA_MEDIA_TYPE = 'text/xml';
export const PDF_MEDIA_TYPE = 'application/pdf';
export const SHEET_MEDIA_TYPE = 'application/vnd.segur.delivery-sheet+json';

/** A checked document, as its fact states it. */
export interface NewDocumentRow {
  readonly tenantId: string;
  readonly fact: DocumentValidated;
  readonly validatedAt: Date;
  /** Some channel is asked to deliver it. */
  readonly released: boolean;
  /** The order it was completed from. */
  readonly orderId?: string;
}

/** Where the bytes of one version of a document are. */
export interface DocumentPlaces {
  readonly revision: number;
  readonly cda: string;
  /** Null: there is no PDF beside it. */
  readonly pdf: string | null;
}

/** Whether a sheet asks any channel to deliver. */
export function isReleased({ delivery: { dmp, professionals, patient } }: Pick<DeliverySheet, 'delivery'>): boolean {
  return dmp || professionals || patient;
}

/** The table of documents: one row a version, never changed. */
@Injectable()
export class DocumentRows {
  constructor(private readonly db: ContextDatabase) {}

  /** One version of a document, the latest unless told. Absent: this laboratory has none. */
  async find(tenantId: string, reportSetId: string, revision?: number): Promise<DocumentPlaces | undefined> {
    const [row] = await this.db.query<DocumentPlaces>(
      tenantId,
      `SELECT revision, cda_sha256 AS cda, pdf_sha256 AS pdf FROM document
       WHERE tenant_id = $1 AND report_set_id = $2 AND ($3::int IS NULL OR revision = $3) ORDER BY revision DESC LIMIT 1`,
      [tenantId, reportSetId, revision ?? null],
    );
    return row;
  }

  static insert({ tenantId, fact, validatedAt, orderId, released }: NewDocumentRow): Change {
    return {
      sql: (n) => `
        INSERT INTO document (tenant_id, report_set_id, revision, document_id, cda_sha256, pdf_sha256, sheet_sha256, order_id, validated_at,
                              released)
        SELECT $${n}::text, $${n + 1}::uuid, $${n + 2}::int, $${n + 3}::text, $${n + 4}::text, $${n + 5}::text, $${n + 6}::text,
               $${n + 7}::uuid, $${n + 8}::timestamptz, $${n + 9}::boolean FROM fresh`,
      parameters: [
        tenantId,
        fact.reportSetId,
        fact.revision,
        fact.documentId,
        fact.cda.sha256,
        fact.pdf?.sha256 ?? null,
        fact.deliverySheet.sha256,
        orderId ?? null,
        validatedAt,
        released,
      ],
    };
  }
}
