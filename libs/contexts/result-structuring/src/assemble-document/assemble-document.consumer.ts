import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { REPORT_TRANSCODED } from '@segur/events';
import type { EventEnvelope, ReportTranscoded } from '@segur/events';
import { CONTEXT } from '../context.js';
import { AssembleDocumentService } from './assemble-document.service.js';

@Controller()
export class AssembleDocumentConsumer {
  constructor(private readonly assembly: AssembleDocumentService) {}

  @Consumes(REPORT_TRANSCODED.name, CONTEXT)
  onReportTranscoded(@Payload() event: EventEnvelope<ReportTranscoded>): Promise<void> {
    return this.assembly.assemble(event);
  }
}
