import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import {
  DOCUMENT_REFUSED,
  DOCUMENT_VALIDATED,
  type DocumentValidated,
  type EventEnvelope,
  type ReportTranscoded,
} from '@segur/events';
import { keepFindings, type Finding } from '@segur/errors';
import { ContextDatabase, Facts } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { Laboratories } from '../laboratories.js';
import { onceStatement, type Change } from '../once-statement.js';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { assembleCrBio, type AssembledDocument } from './assemble-cr-bio.js';
import { CDA_MEDIA_TYPE, DocumentRows, isReleased, PDF_MEDIA_TYPE, SHEET_MEDIA_TYPE } from './document-rows.js';
import { holdPartial } from './hold-partial.js';
import { replaceDocument, type PublishedDocument } from './replace-document.js';
import { ReportPrinting } from './report-printing.js';
import { ReportNotKnown } from './report-not-known.js';
import { ReportsToAssemble } from './report-to-assemble.js';

/** Makes and checks the document of a report once its analyses have their codes. */
@Injectable()
export class AssembleDocumentService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly reports: ReportsToAssemble,
    private readonly facts: Facts,
    private readonly documents: DocumentStore,
    private readonly laboratories: Laboratories,
    private readonly settings: ResultStructuringSettings,
    private readonly printing: ReportPrinting,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * States `document.validated`, or `document.refused` when no conformant document can be made. A revision that has its document
   * already, was withdrawn or was overtaken by a later one states nothing.
   *
   * @throws {ReportNotKnown}
   */
  async assemble(event: EventEnvelope<ReportTranscoded>): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, revision, codings } = data;
    const found = await this.reports.find(tenantId, reportSetId, revision);
    if (!found) throw new ReportNotKnown('Codes came for a report that is not here', { reportSetId, revision });
    const { state, receptionId, earlier } = found;
    if (state !== 'STRUCTURED') return;
    if (found.isPassed) return this.log.warn('report-overtaken', { tenantId, reportSetId, receptionId, revision });

    const { ciSisDir } = this.settings;
    const createdAt = this.clock.now();
    const laboratory = this.laboratories.of(tenantId);
    const context = { laboratory, codings, createdAt, printing: this.printing, ...(ciSisDir !== undefined && { ciSisDir }) };
    const { report, findings } = holdPartial(replaceDocument(found.report, earlier), this.laboratories.partialReportsOf(tenantId));
    const assembly = assembleCrBio({ ...found, report, findings: [...found.findings, ...findings] }, context);
    if (assembly.status === 'refused') await this.refuse(event, receptionId, assembly.findings);
    else await this.keep(event, receptionId, assembly, { at: createdAt, replaces: earlier.published });
  }

  private async keep(
    event: EventEnvelope<ReportTranscoded>,
    receptionId: string,
    document: AssembledDocument,
    { at, replaces }: { readonly at: Date; readonly replaces: PublishedDocument | undefined },
  ): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, revision } = data;
    const { documentId, orderId, findings } = document;
    const [cda, pdf, deliverySheet] = await this.documents.putAll(tenantId, [
      { bytes: document.cda, mediaType: CDA_MEDIA_TYPE },
      { bytes: Buffer.from(document.pdf), mediaType: PDF_MEDIA_TYPE },
      { bytes: Buffer.from(JSON.stringify(document.sheet)), mediaType: SHEET_MEDIA_TYPE },
    ]);
    if (!cda || !pdf || !deliverySheet) throw new Error('The document store answered for fewer documents than it was given');
    const fact: DocumentValidated = {
      reportSetId,
      revision,
      receptionId,
      documentId,
      cda,
      pdf,
      deliverySheet,
      ...(replaces && { replaces }),
      ...(orderId !== undefined && { orderId }),
      findings: [...keepFindings(findings)],
    };
    const released = isReleased(document.sheet);
    const row = DocumentRows.insert({ tenantId, fact, validatedAt: at, released, ...(orderId !== undefined && { orderId }) });
    const stated = this.facts.state(DOCUMENT_VALIDATED, { key: reportSetId, tenantId, cause: event, data: fact });
    const { sql, parameters } = onceStatement(event, [stated], [row, moveTo('VALIDATED', event)]);
    await this.db.query(tenantId, sql, parameters);
    this.log.info('document-validated', { tenantId, reportSetId, receptionId, revision, documentId, findings: findings.length });
  }

  private async refuse(event: EventEnvelope<ReportTranscoded>, receptionId: string, findings: readonly Finding[]): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, revision } = data;
    const fact = { reportSetId, receptionId, revision, stage: 'assemble' as const, findings: [...keepFindings(findings)] };
    const stated = this.facts.state(DOCUMENT_REFUSED, { key: reportSetId, tenantId, cause: event, data: fact });
    const { sql, parameters } = onceStatement(event, [stated], [moveTo('REFUSED', event)]);
    await this.db.query(tenantId, sql, parameters);
    this.log.warn('document-refused', { tenantId, reportSetId, receptionId, revision, findings: findings.length });
  }
}

/** What was withdrawn meanwhile stays so: its document is kept, and no channel delivers it. */
function moveTo(state: 'VALIDATED' | 'REFUSED', { tenantId, data }: EventEnvelope<ReportTranscoded>): Change {
  return {
    sql: (n) => `
      UPDATE report SET state = $${n}::text, changed_at = now()
      WHERE tenant_id = $${n + 1}::text AND report_set_id = $${n + 2}::uuid AND revision = $${n + 3}::int
        AND state = 'STRUCTURED' AND EXISTS (SELECT FROM fresh)`,
    parameters: [state, tenantId, data.reportSetId, data.revision],
  };
}
