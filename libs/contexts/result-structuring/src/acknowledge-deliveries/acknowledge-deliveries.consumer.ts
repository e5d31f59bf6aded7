import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { DELIVERY_CHANGED, type DeliveryChanged, type EventEnvelope } from '@segur/events';
import { CONTEXT } from '../context.js';
import { PlanAcknowledgementService } from './plan-acknowledgement.service.js';

/** A delivery has come to an end: who asked is to be told. */
@Controller()
export class AcknowledgeDeliveriesConsumer {
  constructor(private readonly planning: PlanAcknowledgementService) {}

  @Consumes(DELIVERY_CHANGED.name, CONTEXT)
  onDeliveryChanged(@Payload() event: EventEnvelope<DeliveryChanged>): Promise<void> {
    return this.planning.plan(event);
  }
}
