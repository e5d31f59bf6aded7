import { v7 } from 'uuid';
import {
  DOCUMENT_REFUSED,
  DOCUMENT_VALIDATED,
  REPORT_STRUCTURED,
  REPORT_TRANSCODED,
  REPORT_WITHDRAWN,
  type DocumentRefused,
  type DocumentValidated,
  type EventEnvelope,
  type ReportStructured,
  type ReportTranscoded,
  type ReportWithdrawn,
} from '@segur/events';
import { reportSetIdOf, type DeliverySheet } from '@segur/laboratory';
import { KEYS, ONE, type Application, type MllpClient } from './application.js';

/** What becomes of the messages of one laboratory, with the transcoding played. */
export class Reports {
  constructor(
    private readonly context: Application,
    private readonly client: MllpClient,
  ) {}

  /** Sends a message, and gives the identifier of its report. */
  async send(message: Buffer, fillerNumber: string): Promise<string> {
    expect(await this.client.send(message)).toContain('MSA|AA|');
    return reportSetIdOf(ONE, fillerNumber);
  }

  /** Codes nothing, and gives the document. @param rank - Of the structured state, from 0. */
  async documentOf(reportSetId: string, rank = 0): Promise<DocumentValidated> {
    await this.transcode(reportSetId, rank);
    return this.validated(reportSetId, rank);
  }

  async transcode(reportSetId: string, rank = 0): Promise<void> {
    const structured = (await this.context.announced(REPORT_STRUCTURED.name, reportSetId, rank)) as EventEnvelope<ReportStructured>;
    const { revision, observations } = structured.data;
    const data: ReportTranscoded = {
      reportSetId,
      revision,
      mapRelease: 1,
      codings: observations.map(({ observationId }) => ({ status: 'unmapped', observationId })),
    };
    await this.context.bus.append([{ ...structured, id: v7(), topic: REPORT_TRANSCODED.name, source: 'loinc-transcoding', data }]);
  }

  /** Waits until something was made of a message: a document that came finished is checked at once. */
  async made(kind: 'hl7v2-oru' | 'hl7v2-cda', reportSetId: string, rank = 0): Promise<void> {
    await this.context.announced(kind === 'hl7v2-oru' ? REPORT_STRUCTURED.name : DOCUMENT_VALIDATED.name, reportSetId, rank);
  }

  async validated(reportSetId: string, rank = 0): Promise<DocumentValidated> {
    return (await this.context.announced(DOCUMENT_VALIDATED.name, reportSetId, rank)).data;
  }

  async refused(reportSetId: string, rank = 0): Promise<DocumentRefused> {
    return (await this.context.announced(DOCUMENT_REFUSED.name, reportSetId, rank)).data;
  }

  async withdrawn(reportSetId: string, rank = 0): Promise<ReportWithdrawn> {
    return (await this.context.announced(REPORT_WITHDRAWN.name, reportSetId, rank)).data;
  }

  count(topic: { readonly name: string }, reportSetId: string): number {
    return this.context.events.filter((event) => event.topic === topic.name && event.key === reportSetId).length;
  }

  async text(sha256: string): Promise<string> {
    return (await this.context.documents.get(ONE, sha256)).toString('utf8');
  }

  async sheetOf({ deliverySheet }: DocumentValidated): Promise<DeliverySheet> {
    return JSON.parse(await this.text(deliverySheet.sha256)) as DeliverySheet;
  }

  withdraw(reportSetId: string, body: object = { reason: 'requested' }, tenantId: keyof typeof KEYS = ONE) {
    return this.context.app.inject({
      method: 'POST',
      url: `/api/v1/reports/${reportSetId}/withdrawal`,
      headers: { authorization: `Bearer ${KEYS[tenantId]}`, 'content-type': 'application/json' },
      payload: JSON.stringify(body),
    });
  }
}
