import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Consumes } from '@segur/event-bus';
import { RESULTS_RECEIVED } from '@segur/events';
import type { EventEnvelope, ResultsReceived } from '@segur/events';
import { CONTEXT } from '../context.js';
import { EntrustDocumentService } from './entrust-document.service.js';
import { StructureReportService } from './structure-report.service.js';

/** Messages about one report come one after the other: the log keeps the order of its key. */
@Controller()
export class StructureReportConsumer {
  constructor(
    private readonly structuring: StructureReportService,
    private readonly entrusting: EntrustDocumentService,
  ) {}

  @Consumes(RESULTS_RECEIVED.name, CONTEXT)
  onResultsReceived(@Payload() event: EventEnvelope<ResultsReceived>): Promise<void> {
    const { kind } = event.data;
    return kind === 'hl7v2-cda' || kind === 'cda' ? this.entrusting.entrust(event, kind) : this.structuring.structure(event, kind);
  }
}
