import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Finding } from '@segur/errors';
import { REPORT_STRUCTURED, type EventEnvelope, type ResultsReceived } from '@segur/events';
import { decodeMessage } from '@segur/hl7v2';
import { toReport } from '@segur/hl7v2-to-laboratory';
import type { Report } from '@segur/laboratory';
import { ContextDatabase, Facts } from '@segur/persistence';
import { Log } from '@segur/telemetry';
import { Laboratories } from '../laboratories.js';
import { onceStatement } from '../once-statement.js';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { contentHash } from './content-hash.js';
import { decideRevision, revisionAfter } from './decide-revision.js';
import { CORRECTION_NOT_READ, refusedAtReading } from './refusals.js';
import { ReportRows } from './report-rows.js';
import { toObservationsToCode } from './to-observations-to-code.js';

/** Media type of a report in the document store. */
export const REPORT_MEDIA_TYPE = 'application/vnd.segur.report+json';

/** Reads a message of discrete results into a report. */
@Injectable()
export class StructureReportService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly rows: ReportRows,
    private readonly facts: Facts,
    private readonly documents: DocumentStore,
    private readonly laboratories: Laboratories,
    private readonly settings: ResultStructuringSettings,
    private readonly log: Log,
  ) {}

  /** States `report.structured`, or `document.refused` with what could not be read. Content that is known already states nothing. */
  async structure(event: EventEnvelope<ResultsReceived>): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId } = data;
    const [known, bytes] = await Promise.all([
      this.rows.latest(tenantId, reportSetId),
      this.documents.get(tenantId, data.message.sha256),
    ]);
    const laboratory = this.laboratories.of(tenantId);
    const message = decodeMessage(bytes, { maxBytes: this.settings.maxMessageBytes });
    const reading = toReport(message, { laboratory, reportSetId, revision: revisionAfter(known) });
    if (reading.status === 'refused') return this.refuse(event, reading.findings);

    const { decision } = decideRevision(known, contentHash(reading.report));
    if (decision === 'correction') return this.refuse(event, [CORRECTION_NOT_READ]);
    if (decision === 'unchanged') return this.log.info('report-unchanged', { tenantId, reportSetId, receptionId });
    await this.revise(event, reading.report, reading.findings);
  }

  private async revise(event: EventEnvelope<ResultsReceived>, report: Report, findings: readonly Finding[]): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId, kind } = data;
    const { revision, fillerNumber, placerNumber } = report;
    const bytes = Buffer.from(JSON.stringify(report));
    const ref = await this.documents.put(tenantId, { bytes, mediaType: REPORT_MEDIA_TYPE });
    const fact = this.facts.state(REPORT_STRUCTURED, {
      key: reportSetId,
      tenantId,
      cause: event,
      data: { reportSetId, revision, receptionId, report: ref, observations: [...toObservationsToCode(report)] },
    });
    const row = ReportRows.insert({
      tenantId,
      reportSetId,
      revision,
      receptionId,
      kind,
      state: 'STRUCTURED',
      contentHash: contentHash(report),
      reportSha256: ref.sha256,
      ...(placerNumber !== undefined && { placerNumber }),
      fillerNumber,
      findings,
    });
    const { sql, parameters } = onceStatement(event, [fact], [row]);
    await this.db.query(tenantId, sql, parameters);
    this.log.info('report-structured', {
      tenantId,
      reportSetId,
      receptionId,
      revision,
      observations: fact.data.observations.length,
    });
  }

  private async refuse(event: EventEnvelope<ResultsReceived>, findings: readonly Finding[]): Promise<void> {
    const { sql, parameters } = onceStatement(event, [refusedAtReading(this.facts, event, findings)]);
    await this.db.query(event.tenantId, sql, parameters);
    const { reportSetId, receptionId } = event.data;
    this.log.warn('message-not-read', { tenantId: event.tenantId, reportSetId, receptionId, findings: findings.length });
  }
}
