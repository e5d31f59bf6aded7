import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { DOCUMENT_VALIDATED, type DocumentValidated, type EventEnvelope } from '@segur/events';
import { CONTEXT } from '../context.js';
import { PlanDispatchesService } from './plan-dispatches.service.js';

/** A document is ready: who gets a mail? */
@Controller()
export class PlanDispatchesConsumer {
  constructor(private readonly dispatches: PlanDispatchesService) {}

  @Consumes(DOCUMENT_VALIDATED.name, CONTEXT)
  onDocumentValidated(@Payload() event: EventEnvelope<DocumentValidated>): Promise<void> {
    return this.dispatches.plan(event);
  }
}
