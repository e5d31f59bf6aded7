import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { DOCUMENT_VALIDATED, type DocumentValidated, type EventEnvelope } from '@segur/events';
import { CONTEXT } from '../context.js';
import { PlanSubmissionService } from './plan-submission.service.js';

/** A document is ready: does it go to the DMP? */
@Controller()
export class PlanSubmissionConsumer {
  constructor(private readonly submissions: PlanSubmissionService) {}

  @Consumes(DOCUMENT_VALIDATED.name, CONTEXT)
  onDocumentValidated(@Payload() event: EventEnvelope<DocumentValidated>): Promise<void> {
    return this.submissions.plan(event);
  }
}
