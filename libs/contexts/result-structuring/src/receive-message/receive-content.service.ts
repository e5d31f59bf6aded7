import { Injectable } from '@nestjs/common';
import { keepFindings, type Finding } from '@segur/errors';
import type { ResultsReceived } from '@segur/events';
import { Log, Metrics } from '@segur/telemetry';
import { CannotBeStored, ContentRefused, ContentUnreadable } from './content-refused.js';
import { judgeDocument } from './judge-document.js';
import { judgeHprim } from './judge-hprim.js';
import { ReceptionDesk, type Arrival, type ReceptionOutcome } from './reception-desk.js';
import { SenderDirectory } from './sender-directory.js';

/** What a door finds in bytes: what they are about, or why they are not let in. */
export type Judgement = ({ readonly status: 'taken' } & Pick<Arrival, 'kind' | 'key' | 'reportSetIds'>) | Refusal;

/** `unreadable`: not of its format. `refused`: read, and not to be taken. */
export interface Refusal {
  readonly status: 'unreadable' | 'refused';
  readonly findings: readonly Finding[];
}

/** Bytes, and whose they are. */
export type Content = Pick<Arrival, 'tenantId' | 'bytes' | 'mediaType'>;

/** One report that a message speaks of, as its sender is told. */
export interface ReceivedPart {
  readonly receptionId: string;
  readonly reportSetId: string;
  readonly kind: string;
  readonly status: 'RECEIVED';
}

/** Takes in what is not HL7: HPRIM Santé files and CDA documents, over HTTP. */
@Injectable()
export class ReceiveContentService {
  constructor(
    private readonly desk: ReceptionDesk,
    private readonly senders: SenderDirectory,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /**
   * Resolves once all is durable, with the JSON to answer: the same for the same bytes.
   *
   * @throws {ContentUnreadable} Not of this format.
   * @throws {ContentRefused} Read, and not to be taken.
   * @throws {CannotBeStored} Our outage: send it again later.
   */
  async receive(tenantId: string, format: 'hprim' | 'cda', bytes: Buffer, mediaType: string): Promise<Buffer> {
    const judgement =
      format === 'cda'
        ? judgeDocument(bytes, tenantId)
        : judgeHprim(bytes, tenantId, { acceptsTests: this.senders.acceptsTests(tenantId) });
    const content = { tenantId, bytes, mediaType };
    if (judgement.status !== 'taken') return this.refuse(content, judgement);
    const { kind, key, reportSetIds } = judgement;
    const { ack } = await this.admit(content, { kind, key, reportSetIds, answer: sayReceptions });
    return ack;
  }

  /** Makes durable what was let in. */
  async admit(content: Content, about: Pick<Arrival, 'kind' | 'key' | 'reportSetIds' | 'answer'>): Promise<ReceptionOutcome> {
    const { tenantId, bytes } = content;
    const said = { tenantId, route: 'http', sizeBytes: bytes.length } as const;
    const outcome = await this.desk.take({ ...content, ...about, route: 'http' }).catch((error: unknown) => {
      this.log.error('message-not-stored', said, error);
      this.metrics.messagesReceivedTotal.inc({ route: 'http', ack: 'AR' });
      throw new CannotBeStored('Cannot be stored now: send it again later');
    });
    this.metrics.messagesReceivedTotal.inc({ route: 'http', ack: outcome.decision === 'conflict' ? 'AE' : 'AA' });
    for (const { receptionId, reportSetId, kind } of outcome.decision === 'store' ? outcome.receptions : []) {
      this.log.info('message-received', { ...said, receptionId, reportSetId, kind });
    }
    return outcome;
  }

  /** Says why something was not let in. */
  refuse({ tenantId }: Content, { status, findings }: Refusal): never {
    this.metrics.messagesReceivedTotal.inc({ route: 'http', ack: 'AE' });
    this.log.warn('content-refused', { tenantId, route: 'http', findings: findings.length });
    if (status === 'refused') throw new ContentRefused(keepFindings(findings));
    throw new ContentUnreadable('The body is not of the format that its content type says', keepFindings(findings));
  }
}

function sayReceptions(receptions: readonly ResultsReceived[]): Buffer {
  const items = receptions.map(({ receptionId, reportSetId, kind }): ReceivedPart => ({
    receptionId,
    reportSetId,
    kind,
    status: 'RECEIVED',
  }));
  return Buffer.from(JSON.stringify({ items }));
}
