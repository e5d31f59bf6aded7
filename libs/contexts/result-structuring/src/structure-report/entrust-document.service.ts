import { Injectable } from '@nestjs/common';
import { Clock } from '@segur/clock';
import { DocumentStore } from '@segur/document-store';
import { keepFindings, type Finding } from '@segur/errors';
import { DOCUMENT_VALIDATED, type DocumentRef, type EventEnvelope, type ResultsReceived } from '@segur/events';
import { ContextDatabase, Facts } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { AcknowledgementRequests } from '../acknowledge-deliveries/acknowledgement-requests.js';
import { CDA_MEDIA_TYPE, DocumentRows, isReleased, PDF_MEDIA_TYPE, SHEET_MEDIA_TYPE } from '../assemble-document/document-rows.js';
import type { PublishedDocument } from '../assemble-document/replace-document.js';
import { Laboratories } from '../laboratories.js';
import { onceStatement } from '../once-statement.js';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { WithdrawReportService } from '../withdraw-report/withdraw-report.service.js';
import { decideEntrusted } from './decide-entrusted.js';
import { cameBeforeWithdrawal, revisionAfter } from './decide-revision.js';
import { readBareDocument, readTransmission, type Entrusted } from './read-entrusted.js';
import { refusedAtReading, WITHDRAWN_MEANWHILE } from './refusals.js';
import { ReportRows } from './report-rows.js';

/** A document on its way in: where it rests, its number, and what it replaces. */
interface NewVersion {
  readonly cda: DocumentRef;
  readonly revision: number;
  readonly replaces?: PublishedDocument;
}

/** Takes over a finished document: its bytes are checked and delivered, and never changed. */
@Injectable()
export class EntrustDocumentService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly rows: ReportRows,
    private readonly facts: Facts,
    private readonly documents: DocumentStore,
    private readonly laboratories: Laboratories,
    private readonly settings: ResultStructuringSettings,
    private readonly withdrawals: WithdrawReportService,
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * States `document.validated`, `report.withdrawn` when its deletion is asked for, or `document.refused` with what is wrong: then the
   * version before stands. The same document again states nothing.
   */
  async entrust(event: EventEnvelope<ResultsReceived>, kind: 'hl7v2-cda' | 'cda'): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId } = data;
    const [history, bytes] = await Promise.all([
      this.rows.history(tenantId, reportSetId),
      this.documents.get(tenantId, data.message.sha256),
    ]);
    if (cameBeforeWithdrawal(history, receptionId)) return this.refuse(event, [WITHDRAWN_MEANWHILE]);
    const { ciSisDir, maxMessageBytes: maxBytes } = this.settings;
    const context = { laboratory: this.laboratories.of(tenantId), maxBytes, ...(ciSisDir !== undefined && { ciSisDir }) };
    const entrusted = kind === 'cda' ? readBareDocument(bytes, context) : readTransmission(bytes, context);
    if (entrusted.status === 'refused') return this.refuse(event, entrusted.findings);

    const { header, action, findings } = entrusted;
    const cda = await this.documents.put(tenantId, { bytes: entrusted.cda, mediaType: CDA_MEDIA_TYPE });
    const decided = decideEntrusted(history, {
      action,
      documentId: header.id.root,
      ...(header.replaces && { replaces: header.replaces.root }),
      sha256: cda.sha256,
    });
    switch (decided.decision) {
      case 'unchanged':
        return this.log.info('document-unchanged', { tenantId, reportSetId, receptionId });
      case 'refuse':
        return this.refuse(event, [...findings, decided.finding]);
      case 'withdraw':
        return this.withdrawals.withdrawBy(event, decided.revision, 'sent-in-error', entrusted.acknowledgements);
      case 'keep': {
        const { replaces } = decided;
        return this.keep(event, entrusted, { cda, revision: revisionAfter(history), ...(replaces && { replaces }) });
      }
    }
  }

  private async keep(
    event: EventEnvelope<ResultsReceived>,
    { sheet: sheetOf, pdf: printed, findings, acknowledgements }: Entrusted,
    { cda, revision, replaces }: NewVersion,
  ): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId, kind } = data;
    const sheet = sheetOf({ reportSetId, revision });
    const [deliverySheet, pdf] = await this.documents.putAll(tenantId, [
      { bytes: Buffer.from(JSON.stringify(sheet)), mediaType: SHEET_MEDIA_TYPE },
      ...(printed ? [{ bytes: printed, mediaType: PDF_MEDIA_TYPE }] : []),
    ]);
    if (!deliverySheet) throw new Error('The document store answered for fewer documents than it was given');
    const { documentId, fillerNumber, placerNumber } = sheet;
    const fact = this.facts.state(DOCUMENT_VALIDATED, {
      key: reportSetId,
      tenantId,
      cause: event,
      data: {
        reportSetId,
        revision,
        receptionId,
        documentId,
        cda,
        ...(pdf && { pdf }),
        deliverySheet,
        ...(replaces && { replaces }),
        findings: [...keepFindings(findings)],
      },
    });
    const report = ReportRows.insert({
      tenantId,
      reportSetId,
      revision,
      receptionId,
      kind,
      state: 'VALIDATED',
      contentHash: cda.sha256,
      ...(placerNumber !== undefined && { placerNumber }),
      fillerNumber,
      findings,
    });
    const document = DocumentRows.insert({
      tenantId,
      fact: fact.data,
      validatedAt: this.clock.now(),
      released: isReleased(sheet),
    });
    const requests = AcknowledgementRequests.insert(event, { answers: 'delivery', revision }, acknowledgements);
    const { sql, parameters } = onceStatement(event, [fact], [report, document, ...requests]);
    await this.db.query(tenantId, sql, parameters);
    this.log.info('document-entrusted', { tenantId, reportSetId, receptionId, revision, documentId });
  }

  private async refuse(event: EventEnvelope<ResultsReceived>, findings: readonly Finding[]): Promise<void> {
    const { sql, parameters } = onceStatement(event, [refusedAtReading(this.facts, event, findings)]);
    await this.db.query(event.tenantId, sql, parameters);
    const { reportSetId, receptionId } = event.data;
    this.log.warn('document-not-entrusted', { tenantId: event.tenantId, reportSetId, receptionId, findings: findings.length });
  }
}
