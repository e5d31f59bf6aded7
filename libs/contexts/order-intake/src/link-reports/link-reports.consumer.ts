import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { DOCUMENT_VALIDATED } from '@segur/events';
import type { DocumentValidated, EventEnvelope } from '@segur/events';
import { CONTEXT } from '../context.js';
import { LinkReportsService } from './link-reports.service.js';

@Controller()
export class LinkReportsConsumer {
  constructor(private readonly links: LinkReportsService) {}

  @Consumes(DOCUMENT_VALIDATED.name, CONTEXT)
  onDocumentValidated(@Payload() event: EventEnvelope<DocumentValidated>): Promise<void> {
    return this.links.remember(event);
  }
}
