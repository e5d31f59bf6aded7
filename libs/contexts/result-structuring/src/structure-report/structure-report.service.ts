import { Injectable } from '@nestjs/common';
import { DocumentStore } from '@segur/document-store';
import type { Finding } from '@segur/errors';
import { REPORT_STRUCTURED, type EventEnvelope, type ResultsReceived } from '@segur/events';
import { documentIdOf, type Report } from '@segur/laboratory';
import { ContextDatabase, Facts } from '@segur/persistence';
import { reviseReport } from '@segur/results-to-laboratory';
import { Log } from '@segur/telemetry';
import { AcknowledgementRequests, type WantedAcknowledgements } from '../acknowledge-deliveries/acknowledgement-requests.js';
import { SglEndpoints } from '../acknowledge-deliveries/sgl-endpoints.js';
import { Laboratories } from '../laboratories.js';
import { onceStatement } from '../once-statement.js';
import { ResultStructuringSettings } from '../result-structuring.config.js';
import { WithdrawReportService } from '../withdraw-report/withdraw-report.service.js';
import { contentHash } from './content-hash.js';
import { cameBeforeWithdrawal, decideRevision, revisionAfter, standingRevision, type ReportHistory } from './decide-revision.js';
import { readResults, type ResultsKind } from './read-results.js';
import {
  CHANGE_UNMATCHED,
  NOTHING_TO_WITHDRAW,
  OTHER_PATIENT,
  PREVIOUS_REFUSED,
  refusedAtReading,
  REVISION_PASSED,
  WITHDRAWN_MEANWHILE,
} from './refusals.js';
import { ReportRows } from './report-rows.js';
import { isSamePatient } from './same-patient.js';
import { toObservationsToCode } from './to-observations-to-code.js';

/** Media type of a report in the document store. */
export const REPORT_MEDIA_TYPE = 'application/vnd.segur.report+json';

/** Reads a message of discrete results into the next state of its report. */
@Injectable()
export class StructureReportService {
  constructor(
    private readonly db: ContextDatabase,
    private readonly rows: ReportRows,
    private readonly facts: Facts,
    private readonly documents: DocumentStore,
    private readonly laboratories: Laboratories,
    private readonly settings: ResultStructuringSettings,
    private readonly withdrawals: WithdrawReportService,
    private readonly sgls: SglEndpoints,
    private readonly log: Log,
  ) {}

  /**
   * States `report.structured`, `report.withdrawn` when nothing right is left, or `document.refused` with what could not be read: then the
   * state before stands. Content that is known already states nothing.
   */
  async structure(event: EventEnvelope<ResultsReceived>, kind: ResultsKind): Promise<void> {
    const { tenantId, data } = event;
    const { reportSetId, receptionId, part } = data;
    const [history, bytes] = await Promise.all([
      this.rows.history(tenantId, reportSetId),
      this.documents.get(tenantId, data.message.sha256),
    ]);
    if (cameBeforeWithdrawal(history, receptionId)) return this.refuse(event, [WITHDRAWN_MEANWHILE]);
    const reading = readResults(
      bytes,
      { kind, ...(part !== undefined && { part }) },
      {
        tenantId,
        laboratory: this.laboratories.of(tenantId),
        reportSetId,
        revision: revisionAfter(history),
        maxBytes: this.settings.maxMessageBytes,
      },
    );
    const standing = standingRevision(history);
    if (reading.status === 'withdraws') {
      if (!standing) return this.refuse(event, [...reading.findings, NOTHING_TO_WITHDRAW]);
      return this.withdrawals.withdrawBy(event, standing.revision, 'wrong-patient', this.wantedBy(event));
    }
    if (reading.status === 'refused') return this.refuse(event, reading.findings);

    const previous = await this.contentOf(tenantId, history);
    if (previous && !isSamePatient(previous.identity, reading.report.identity)) {
      return this.refuse(event, [...reading.findings, OTHER_PATIENT]);
    }
    const revised = reviseReport(previous, reading.report, reading.changes, { fullReplace: reading.fullReplace });
    const findings = [
      ...reading.findings,
      ...(revised.unmatched.length > 0 ? [CHANGE_UNMATCHED] : []),
      ...(history.at(-1)?.state === 'REFUSED' && standing ? [PREVIOUS_REFUSED] : []),
    ];
    if (revised.status === 'emptied') {
      if (!standing || !previous) return this.refuse(event, [...findings, NOTHING_TO_WITHDRAW]);
      return this.withdrawals.withdrawBy(event, standing.revision, 'sent-in-error', this.wantedBy(event));
    }
    const hash = contentHash(revised.report);
    const { decision } = decideRevision(history, hash);
    if (decision === 'unchanged') return this.log.info('report-unchanged', { tenantId, reportSetId, receptionId });
    if (revised.report.revision < revisionAfter(history)) return this.refuse(event, [...findings, REVISION_PASSED]);
    await this.keep(event, withReplacement(revised.report, history, revised.reason), { hash, findings });
  }

  /** The report that stands, as it was read. Absent: there is none, or it came as a finished document. */
  private async contentOf(tenantId: string, history: ReportHistory): Promise<Report | undefined> {
    const sha256 = standingRevision(history)?.reportSha256;
    return sha256 ? (JSON.parse((await this.documents.get(tenantId, sha256)).toString('utf8')) as Report) : undefined;
  }

  private async keep(
    event: EventEnvelope<ResultsReceived>,
    report: Report,
    { hash, findings }: { readonly hash: string; readonly findings: readonly Finding[] },
  ): Promise<void> {
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
      contentHash: hash,
      reportSha256: ref.sha256,
      ...(placerNumber !== undefined && { placerNumber }),
      fillerNumber,
      findings,
    });
    const requests = AcknowledgementRequests.insert(event, { answers: 'delivery', revision }, this.wantedBy(event));
    const { sql, parameters } = onceStatement(event, [fact], [row, ...requests]);
    await this.db.query(tenantId, sql, parameters);
    this.log.info('report-structured', {
      tenantId,
      reportSetId,
      receptionId,
      revision,
      observations: fact.data.observations.length,
    });
  }

  /** Messages of results have no field to ask with: the laboratory says it for all of them. Only HL7 can be answered. */
  private wantedBy({ tenantId, data }: EventEnvelope<ResultsReceived>): WantedAcknowledgements {
    const asked = data.kind === 'hl7v2-oru' && this.sgls.settings(tenantId).results;
    return { reception: asked, reading: asked };
  }

  private async refuse(event: EventEnvelope<ResultsReceived>, findings: readonly Finding[]): Promise<void> {
    const { sql, parameters } = onceStatement(event, [refusedAtReading(this.facts, event, findings)]);
    await this.db.query(event.tenantId, sql, parameters);
    const { reportSetId, receptionId } = event.data;
    this.log.warn('message-not-read', { tenantId: event.tenantId, reportSetId, receptionId, findings: findings.length });
  }
}

/** Says which state this one changes, and why. Which document that means is known when this one is assembled. */
function withReplacement(report: Report, history: ReportHistory, reason: 'completed' | 'corrected' = 'corrected'): Report {
  const standing = standingRevision(history);
  if (!standing) return report;
  const root = standing.documentId ?? documentIdOf(report.reportSetId, standing.revision);
  return { ...report, replaces: { document: { root }, reason } };
}
