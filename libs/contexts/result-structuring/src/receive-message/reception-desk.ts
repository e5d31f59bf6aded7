import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import { RESULTS_RECEIVED, type EventEnvelope, type ResultsReceived } from '@segur/events';
import { Facts } from '@segur/persistence';
import type { MessageKey, ReceptionDecision } from './decide-reception.js';
import { ReceptionWriter } from './reception-writer.js';

/** Bytes that may be received: what they are, and what they are about. */
export interface Arrival {
  readonly tenantId: string;
  readonly bytes: Buffer;
  readonly mediaType: string;
  readonly kind: ResultsReceived['kind'];
  readonly route: ResultsReceived['route'];
  readonly key: MessageKey;
  /** The reports that it speaks of, in its order: one reception each. At least one. */
  readonly reportSetIds: readonly string[];
  /** What to answer once all is durable. */
  readonly answer: (receptions: readonly ResultsReceived[]) => Buffer;
}

/** What became of an arrival. */
export interface ReceptionOutcome {
  readonly decision: ReceptionDecision['decision'];
  /** What to answer: for a repeated arrival, what was answered the first time. None for a conflict. */
  readonly ack: Buffer;
  readonly receptions: readonly ResultsReceived[];
}

/** Where every door hands in what it lets in: bytes, rows and facts are durable before anything is answered. */
@Injectable()
export class ReceptionDesk {
  constructor(
    private readonly writer: ReceptionWriter,
    private readonly facts: Facts,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  async take(arrival: Arrival): Promise<ReceptionOutcome> {
    const { tenantId, bytes, mediaType, kind, route, key, reportSetIds } = arrival;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const facts = reportSetIds.map((reportSetId, index): EventEnvelope<ResultsReceived> => {
      const data = {
        receptionId: this.ids.next(),
        reportSetId,
        kind,
        route,
        sender: key.sender,
        controlId: key.controlId,
        message: { sha256, sizeBytes: bytes.length, mediaType },
        ...(reportSetIds.length > 1 && { part: index + 1 }),
      };
      return this.facts.state(RESULTS_RECEIVED, { key: reportSetId, tenantId, data });
    });
    const receptions = facts.map(({ data }) => data);
    const ack = arrival.answer(receptions);
    const decision = await this.writer.store({
      tenantId,
      bytes,
      mediaType,
      sha256,
      key,
      ack,
      receivedAt: this.clock.now(),
      facts,
    });
    return { decision: decision.decision, ack: decision.decision === 'repeat' ? decision.ack : ack, receptions };
  }
}
