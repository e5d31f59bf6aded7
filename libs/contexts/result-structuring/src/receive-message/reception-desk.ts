import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import {
  ORDER_MESSAGE_RECEIVED,
  RESULTS_RECEIVED,
  type EventEnvelope,
  type OrderMessageReceived,
  type ResultsReceived,
} from '@segur/events';
import { Facts } from '@segur/persistence';
import type { MessageKey, ReceptionDecision } from './decide-reception.js';
import { ReceptionWriter, type ReceptionFact } from './reception-writer.js';

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

/** The bytes of an order that may be received. */
export interface OrderArrival extends Omit<Arrival, 'kind' | 'reportSetIds' | 'answer'> {
  readonly kind: OrderMessageReceived['kind'];
  /** What is said under one key is read in the order it came. A UUID that shows no number. */
  readonly orderKey: string;
  /** What to answer once all is durable. */
  readonly ack: Buffer;
}

/** What became of an arrival. */
export interface ReceptionOutcome<T extends ReceptionFact = ResultsReceived> {
  readonly decision: ReceptionDecision['decision'];
  /** What to answer: for a repeated arrival, what was answered the first time. None for a conflict. */
  readonly ack: Buffer;
  readonly receptions: readonly T[];
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
    return this.store(arrival, facts, arrival.answer(facts.map(({ data }) => data)), sha256);
  }

  /** An order waits in the log for order-intake: it is none of this context's business. */
  async takeOrder(arrival: OrderArrival): Promise<ReceptionOutcome<OrderMessageReceived>> {
    const { tenantId, bytes, mediaType, kind, route, key, orderKey } = arrival;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const data: OrderMessageReceived = {
      receptionId: this.ids.next(),
      kind,
      route,
      sender: key.sender,
      controlId: key.controlId,
      message: { sha256, sizeBytes: bytes.length, mediaType },
    };
    return this.store(arrival, [this.facts.state(ORDER_MESSAGE_RECEIVED, { key: orderKey, tenantId, data })], arrival.ack, sha256);
  }

  private async store<T extends ReceptionFact>(
    { tenantId, bytes, mediaType, key }: Pick<Arrival, 'tenantId' | 'bytes' | 'mediaType' | 'key'>,
    facts: readonly EventEnvelope<T>[],
    ack: Buffer,
    sha256: string,
  ): Promise<ReceptionOutcome<T>> {
    const receivedAt = this.clock.now();
    const decision = await this.writer.store({ tenantId, bytes, mediaType, sha256, key, ack, receivedAt, facts });
    return {
      decision: decision.decision,
      ack: decision.decision === 'repeat' ? decision.ack : ack,
      receptions: facts.map(({ data }) => data),
    };
  }
}
