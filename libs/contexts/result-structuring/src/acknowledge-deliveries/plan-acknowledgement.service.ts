import { Injectable } from '@nestjs/common';
import { Clock, Ids } from '@segur/clock';
import type { DeliveryChanged, EventEnvelope } from '@segur/events';
import { AcknowledgementLedger } from './acknowledgement-ledger.js';
import { AcknowledgementRequests } from './acknowledgement-requests.js';
import { decideAcknowledgement } from './decide-acknowledgement.js';
import { SglEndpoints } from './sgl-endpoints.js';

/** Plans what the sender of a message is told of each of its deliveries. */
@Injectable()
export class PlanAcknowledgementService {
  constructor(
    private readonly requests: AcknowledgementRequests,
    private readonly ledger: AcknowledgementLedger,
    private readonly sgls: SglEndpoints,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** States `acknowledgement.changed`, once for each end that a delivery comes to. Nobody asked: nothing. */
  async plan(event: EventEnvelope<DeliveryChanged>): Promise<void> {
    const { tenantId, data } = event;
    const settings = this.sgls.settings(tenantId);
    const due = decideAcknowledgement(data, settings);
    if (!due) return;
    const answered = await this.requests.find(tenantId, data, due);
    if (!answered) return;
    const acknowledgementId = this.ids.next();
    const planned = {
      acknowledgementId,
      reportSetId: data.reportSetId,
      revision: data.revision,
      ...answered,
      deliveryId: data.deliveryId,
      kind: due.kind,
      recipientSheetSha256: data.recipient?.sheetSha256 ?? null,
      recipientNumber: data.recipient?.number ?? null,
      errorCode: due.errorCode ?? null,
      // MSH-10 takes twenty characters; the first twenty of a UUIDv7 are its time and its counter.
      controlId: acknowledgementId.replaceAll('-', '').slice(0, 20).toUpperCase(),
      state: settings.endpoint ? ('WAITING' as const) : ('KEPT' as const),
      stateRevision: 1,
      attempts: 0,
      answerCode: null,
      traceparent: event.traceparent ?? null,
      decidedAt: new Date(event.occurredAt),
      plannedAt: this.clock.now(),
    };
    await this.ledger.plan(tenantId, planned, event);
  }
}
