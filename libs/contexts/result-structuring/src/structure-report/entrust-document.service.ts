import { Injectable } from '@nestjs/common';
import { readCdaHeader, UnreadableCda, type CdaHeader } from '@segur/cda';
import { Clock } from '@segur/clock';
import { checkCrBio } from '@segur/conformance';
import { DocumentStore } from '@segur/document-store';
import { hasErrors, type Finding } from '@segur/errors';
import { DOCUMENT_VALIDATED, type EventEnvelope, type ResultsReceived } from '@segur/events';
import { decodeMessage } from '@segur/hl7v2';
import { toDocumentTransmission, type DocumentTransmission } from '@segur/hl7v2-to-laboratory';
import type { DeliverySheet } from '@segur/laboratory';
import { ContextDatabase, Facts } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { CDA_MEDIA_TYPE, DocumentRows, SHEET_MEDIA_TYPE } from '../assemble-document/document-rows.js';
import { Laboratories } from '../laboratories.js';
import { onceStatement } from '../once-statement.js';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { decideRevision, revisionAfter, type KnownRevision } from './decide-revision.js';
import { refuseTransmission } from './refuse-transmission.js';
import { CORRECTION_NOT_READ, refusedAtReading } from './refusals.js';
import { ReportRows } from './report-rows.js';
import { checkEntrusted, toEntrustedSheet } from './to-entrusted-sheet.js';

/** A document that came finished, with what was said of it. */
interface Entrusted {
  readonly transmission: DocumentTransmission;
  readonly header: CdaHeader;
  readonly findings: readonly Finding[];
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
    private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /** States `document.validated`, or `document.refused` with what is wrong. The same document again states nothing. */
  async entrust(event: EventEnvelope<ResultsReceived>): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId } = data;
    const [known, bytes] = await Promise.all([
      this.rows.latest(tenantId, reportSetId),
      this.documents.get(tenantId, data.message.sha256),
    ]);
    const entrusted = this.read(bytes, tenantId);
    if (!('transmission' in entrusted)) return this.refuse(event, entrusted.findings);

    const [cda] = await this.documents.putAll(tenantId, [{ bytes: entrusted.transmission.cda, mediaType: CDA_MEDIA_TYPE }]);
    if (!cda) throw new Error('The document store answered for no document');
    const { decision } = decideRevision(known, cda.sha256);
    if (decision === 'unchanged') return this.log.info('document-unchanged', { tenantId, reportSetId, receptionId });
    if (decision === 'correction') return this.refuse(event, [CORRECTION_NOT_READ]);
    await this.keep(event, entrusted, cda, known);
  }

  private read(bytes: Buffer, tenantId: string): Entrusted | { readonly findings: readonly Finding[] } {
    const message = decodeMessage(bytes, { maxBytes: this.settings.maxMessageBytes });
    const reading = toDocumentTransmission(message, this.laboratories.of(tenantId));
    if (reading.status === 'refused') return reading;
    const { transmission } = reading;
    const refusals = refuseTransmission(transmission);
    if (refusals.length > 0) return { findings: [...reading.findings, ...refusals] };
    const { ciSisDir } = this.settings;
    const kit = ciSisDir === undefined ? {} : { ciSisDir };
    // The laboratory answers for what its software wrote, the published example included, which breaks several rules of our own.
    const { findings: remarks } = checkCrBio(transmission.cda, { ...kit, ofOthers: true });
    const header = readHeaderOrFinding(transmission.cda);
    if ('severity' in header) return { findings: [...reading.findings, ...remarks, header] };
    const findings = [...reading.findings, ...remarks, ...checkEntrusted(transmission, header)];
    return hasErrors(findings) ? { findings } : { transmission, header, findings };
  }

  private async keep(
    event: EventEnvelope<ResultsReceived>,
    { transmission, header, findings }: Entrusted,
    cda: Awaited<ReturnType<DocumentStore['put']>>,
    known: KnownRevision | undefined,
  ): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId, kind } = data;
    const revision = revisionAfter(known);
    const sheet: DeliverySheet = toEntrustedSheet(transmission, header, { reportSetId, revision });
    const deliverySheet = await this.documents.put(tenantId, {
      bytes: Buffer.from(JSON.stringify(sheet)),
      mediaType: SHEET_MEDIA_TYPE,
    });
    const { documentId, fillerNumber, placerNumber } = sheet;
    const fact = this.facts.state(DOCUMENT_VALIDATED, {
      key: reportSetId,
      tenantId,
      cause: event,
      data: { reportSetId, revision, receptionId, documentId, cda, deliverySheet, findings: [...findings] },
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
    const document = DocumentRows.insert({ tenantId, fact: fact.data, validatedAt: this.clock.now() });
    const { sql, parameters } = onceStatement(event, [fact], [report, document]);
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

function readHeaderOrFinding(cda: Buffer): CdaHeader | Finding {
  try {
    return readCdaHeader(cda);
  } catch (error) {
    if (!(error instanceof UnreadableCda)) throw error;
    return { severity: 'error', code: error.code, location: '/ClinicalDocument', message: error.message };
  }
}
