import { Injectable } from '@nestjs/common';
import { Ids } from '@segur/clock';
import { MalformedInput } from '@segur/errors';
import { reportSetIdOfIntake } from '@segur/laboratory';
import { decodeReportIntake, type ReportJsonCode } from '@segur/report-json';
import { IdempotencyKeyReused } from '../receive-message/content-refused.js';
import { ReceiveContentService } from '../receive-message/receive-content.service.js';
import { revisionAfter } from '../structure-report/decide-revision.js';
import { ReportRows } from '../structure-report/report-rows.js';

/** What a caller is told of a report that was received. */
export interface ReceivedReport {
  readonly reportSetId: string;
  /** The number that this state has if nothing else about this report is on its way, and if it says something new. */
  readonly revision: number;
  readonly status: 'RECEIVED';
}

/** Bytes that are no JSON, rather than JSON that is no report. */
const UNREADABLE: readonly ReportJsonCode[] = [
  'report-json-encoding',
  'report-json-limit',
  'report-json-syntax',
  'report-json-character',
  'report-json-duplicate-field',
];
const REPORT_TYPE = 'application/json';

/** Takes in reports as JSON. */
@Injectable()
export class ReceiveReportService {
  constructor(
    private readonly contents: ReceiveContentService,
    private readonly rows: ReportRows,
    private readonly ids: Ids,
  ) {}

  /**
   * Without a key every call is a new reception; the same content makes nothing new all the same.
   *
   * @throws {ContentUnreadable} No JSON.
   * @throws {ContentRefused} No report; findings are located by JSON Pointer.
   * @throws {IdempotencyKeyReused}
   * @throws {CannotBeStored}
   */
  async receive(tenantId: string, bytes: Buffer, key?: string): Promise<{ readonly answer: Buffer; readonly reportSetId: string }> {
    if (key !== undefined && !/^[\x20-\x7e]{1,250}$/.test(key)) {
      throw new MalformedInput('Idempotency-Key has 1 to 250 characters of ASCII');
    }
    const content = { tenantId, bytes, mediaType: REPORT_TYPE };
    const reading = decodeReportIntake(bytes);
    if (reading.status === 'refused') {
      const { findings } = reading;
      const status = findings.some(({ code }) => UNREADABLE.includes(code)) ? 'unreadable' : 'refused';
      return this.contents.refuse(content, { status, findings });
    }
    const { intake } = reading;
    const reportSetId = reportSetIdOfIntake(intake, tenantId);
    const revision = intake.revision ?? revisionAfter(await this.rows.history(tenantId, reportSetId));
    const said: ReceivedReport = { reportSetId, revision, status: 'RECEIVED' };
    const { decision, ack } = await this.contents.admit(content, {
      kind: 'report-json',
      key: { sender: '', controlId: key ?? this.ids.next(), sentAt: 'report-json' },
      reportSetIds: [reportSetId],
      answer: () => Buffer.from(JSON.stringify(said)),
    });
    if (decision === 'conflict') throw new IdempotencyKeyReused('This Idempotency-Key came before with another report');
    return { answer: ack, reportSetId };
  }
}
